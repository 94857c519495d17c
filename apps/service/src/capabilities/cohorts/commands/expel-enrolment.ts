import type { Tx } from '@stazhirovka/db';
import { decideEnrolment } from '@stazhirovka/domain/cohorts';
import type { Ctx } from '../../../shell/context.ts';
import { missing, settle } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { post } from '../../../shell/mail.ts';
import { leaveCohortRooms } from '../../chat/index.ts';
import { promote } from '../enrolling/line.ts';
import { expelled } from '../letters.ts';
import { letterFactsOf } from '../queries.ts';
import * as store from '../store.ts';

/** Sends an intern down by an order, in the transaction that issues it: the rooms are left, a letter tells why, and the seat is free. */
export async function expelEnrolment(
	tx: Tx,
	ctx: Ctx,
	id: string,
	{ reason, documentId }: { reason: string; documentId: string }
): Promise<void> {
	const enrolment = (await store.lockEnrolment(tx, id)) ?? missing('enrolment');
	const state = settle(decideEnrolment(enrolment.state, 'expel'));
	const { cohortId, personId } = enrolment;

	await store.moveEnrolment(tx, enrolment, state, { decisionReason: reason });
	await leaveCohortRooms(tx, ctx.now(), { cohortId, enrolmentId: id, personId });
	await record(tx, ctx, 'enrolment.expelled', { id, cohortId }, { reason, documentId });
	const facts = (await letterFactsOf(tx, id)) ?? missing('enrolment');
	await post(tx, expelled(facts, reason, `${ctx.origin}/my/${id}/papers`), ctx.now());
	await promote(tx, ctx, cohortId);
}
