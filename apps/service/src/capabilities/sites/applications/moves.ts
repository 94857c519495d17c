import type { Tx } from '@stazhirovka/db';
import type { JournalKind } from '@stazhirovka/domain/journal';
import { moveApplication, type ApplicationMove, type ApplicationState } from '@stazhirovka/domain/sites';
import type { Ctx } from '../../../shell/context.ts';
import { conflict, settle } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { settleLetters, type Settling } from '../../councils/index.ts';
import type { ApplicationFacts } from './access.ts';
import { findApplication, putMove, type ApplicationValues } from './store.ts';

const KINDS: Record<ApplicationMove, JournalKind> = {
	submit: 'application.submitted',
	return: 'application.returned',
	accept: 'application.accepted',
	begin_review: 'application.review_begun',
	finish_review: 'application.review_finished',
	support: 'application.supported',
	propose: 'application.proposed',
	grant: 'application.granted',
	decline: 'application.declined',
	withdraw: 'application.withdrawn'
};

/** What becomes of letters that wait: who is told of the move at once is told the rest before; who took it back, nothing. */
const LETTERS: Partial<Record<ApplicationMove, Settling>> = {
	return: 'release',
	grant: 'release',
	withdraw: 'drop'
};

/**
 * The only way by which the state of an application changes: the rule of the regulation decides, the row must still be
 * as it was entered, and the journal keeps it. `change` is what else is written with the move.
 */
export async function moveTo(
	tx: Tx,
	ctx: Pick<Ctx, 'actor' | 'now' | 'origin'>,
	application: Pick<ApplicationFacts, 'id' | 'state' | 'reviewResult' | 'revision' | 'rules'>,
	move: ApplicationMove,
	change: Omit<ApplicationValues, 'state' | 'revision'> = {},
	noted: Record<string, unknown> = {}
): Promise<ApplicationState> {
	const { id, state: from, rules } = application;
	const state = settle(moveApplication(rules.profile, application, move));
	if (!(await putMove(tx, application, { ...change, state }))) {
		const now = await findApplication(tx, id);
		conflict('application', { state: now?.state, reason: now?.reason });
	}
	const { reason } = change;
	await record(tx, ctx, KINDS[move], { id }, { from, to: state, ...(reason ? { reason } : {}), ...noted });
	const settling = LETTERS[move];
	if (settling) await settleLetters(tx, ctx, id, settling);
	return state;
}
