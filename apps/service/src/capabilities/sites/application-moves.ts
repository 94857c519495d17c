import type { Tx } from '@stazhirovka/db';
import { moveApplication, type ApplicationMove, type ApplicationState } from '@stazhirovka/domain/sites';
import type { Ctx } from '../../shell/context.ts';
import { conflict, settle } from '../../shell/errors.ts';
import { record } from '../../shell/journal.ts';
import { putMove, type ApplicationValues } from './application-store.ts';
import type { LockedApplication } from './locked-application.ts';

/**
 * The only way by which the state of an application changes: the rule of the regulation decides, the row must still be
 * as it was entered, and the journal keeps it. `change` is what else is written with the move.
 */
export async function moveTo(
	tx: Tx,
	ctx: Pick<Ctx, 'actor' | 'now'>,
	application: LockedApplication,
	move: ApplicationMove,
	change: Omit<ApplicationValues, 'state' | 'revision'> = {}
): Promise<ApplicationState> {
	const { id, state: from, rules } = application;
	const state = settle(moveApplication(rules.profile, from, move));
	if (!(await putMove(tx, application, { ...change, state }))) conflict('application');
	await record(tx, ctx, 'application.moved', { id }, { move, from, to: state });
	return state;
}
