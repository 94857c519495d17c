import type { Tx } from '@stazhirovka/db';
import { decideEnrolment } from '@stazhirovka/domain/cohorts';
import type { Ctx } from '../../../shell/context.ts';
import { missing, settle } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { post } from '../../../shell/mail.ts';
import { leaveCohortRooms } from '../../chat/index.ts';
import { leaveConsultations } from '../../consultations/index.ts';
import { findEnrolmentFacts } from '../access-store.ts';
import { promote } from '../enrolling/line.ts';
import { expelled } from '../letters.ts';
import { letterFactsOf } from '../queries.ts';
import * as store from '../store.ts';

/** Sends an intern down by an order, in the transaction that issues it: the rooms and consultations are left, a letter tells why, and the seat is free. */
export async function expelEnrolment(
	tx: Tx,
	ctx: Ctx,
	id: string,
	{ reason, documentId }: { reason: string; documentId: string }
): Promise<void> {
	// The cohort first, like everybody who counts its seats: nobody waits for each other.
	const facts = (await findEnrolmentFacts(tx, id)) ?? missing('enrolment');
	await store.lockCohort(tx, facts.cohortId);
	const enrolment = (await store.lockEnrolment(tx, id)) ?? missing('enrolment');
	const state = settle(decideEnrolment(enrolment.state, 'expel'));
	const { cohortId, personId } = enrolment;

	await store.moveEnrolment(tx, enrolment, state, { decisionReason: reason });
	await leaveCohortRooms(tx, ctx.now(), { cohortId, enrolmentId: id, personId });
	await leaveConsultations(tx, ctx, { id, cohortId, personId });
	await record(tx, ctx, 'enrolment.expelled', { id, cohortId }, { reason, documentId });
	const about = (await letterFactsOf(tx, id)) ?? missing('enrolment');
	await post(tx, expelled(about, reason, `${ctx.origin}/my/${id}/papers`), ctx.now());
	await promote(tx, ctx, cohortId);
}
