import type { Tx } from '@stazhirovka/db';
import { missing } from '../../../shell/errors.ts';
import { rulesOf } from '../../regulations/index.ts';
import type { ApplicationFacts } from './access.ts';
import { findApplication, lockApplication } from './store.ts';
import { asTold } from './told.ts';

/**
 * An application that nobody else changes meanwhile, for capabilities that decide about it and have asked at their own
 * door whether the person may.
 */
export async function lockedApplication(tx: Tx, id: string): Promise<ApplicationFacts> {
	await lockApplication(tx, id);
	const row = (await findApplication(tx, id)) ?? missing('application');
	const rules = (await rulesOf(tx, row.regulationVersionId)) ?? missing('regulation');
	return { ...row, rules, as: [], told: asTold(row, undefined) };
}
