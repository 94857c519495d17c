import type { Tx } from '@stazhirovka/db';
import { missing } from '../../shell/errors.ts';
import { rulesOf, type Rules } from '../regulations/index.ts';
import { findApplication, lockApplication, type ApplicationRow } from './application-store.ts';

/** An application that nobody else changes meanwhile, with the rules that it is judged by. */
export type LockedApplication = ApplicationRow & { rules: Rules };

/** For capabilities that decide about an application and have asked at their own door whether the person may. */
export async function lockedApplication(tx: Tx, id: string): Promise<LockedApplication> {
	await lockApplication(tx, id);
	const row = (await findApplication(tx, id)) ?? missing('application');
	const rules = (await rulesOf(tx, row.regulationVersionId)) ?? missing('regulation');
	return { ...row, rules };
}
