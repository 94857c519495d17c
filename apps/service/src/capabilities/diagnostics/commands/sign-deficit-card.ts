import { decideCard, type Signatory } from '@stazhirovka/domain/diagnostics';
import type { Tx } from '@stazhirovka/db';
import type { Ctx } from '../../../shell/context.ts';
import { fail, settle } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { enterEnrolment, type EnrolmentFacts } from '../../cohorts/index.ts';
import { planLearningRoute } from '../../learning-routes/index.ts';
import { situationOf } from '../attempts/situation.ts';
import { effectiveRows } from '../card.ts';
import * as store from '../store.ts';

/**
 * Signs the card that the signer saw, as the intern or as the tutor. Signed by both it is frozen for good (R91) and
 * the learning route is planned from it, all at once. The same signature again (a double click) changes nothing.
 */
export async function signDeficitCard(ctx: Ctx, input: { id: string; revision: number }): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const enrolment = await enterEnrolment(tx, ctx.actor, input.id, 'intern', 'tutor');
		const by: Signatory = enrolment.as.includes('intern') ? 'intern' : 'tutor';
		const card = await store.lockCard(tx, enrolment.id, input.revision);
		if (by === 'intern' ? card.internSignedAt : card.tutorSignedBy === ctx.actor.personId) return;
		await stopAtOpenAttempt(tx, enrolment);

		const { frozen, internSignedAt, tutorSignedAt } = settle(
			decideCard(card, { type: 'sign', by }, ctx.now())
		);
		const tutorSignedBy = by === 'tutor' ? ctx.actor.personId : card.tutorSignedBy;
		const signed = await store.changeCard(tx, card, { internSignedAt, tutorSignedAt, tutorSignedBy });
		const subject = { id: card.id, cohortId: enrolment.cohortId };
		await record(tx, ctx, 'deficit_card.signed', subject, { by, revision: card.revision });

		if (frozen) await freeze(tx, ctx, signed, enrolment);
	});
}

/** Another attempt is being written: the card that it may build is not there yet. */
async function stopAtOpenAttempt(tx: Tx, enrolment: EnrolmentFacts): Promise<void> {
	const { open } = await situationOf(tx, enrolment, 'entry');
	if (open) fail('refused', 'diagnosis.attempt_open');
}

/** Nothing to store: frozen is what a card signed by both is. */
async function freeze(tx: Tx, ctx: Ctx, card: store.CardRow, enrolment: EnrolmentFacts): Promise<void> {
	await record(tx, ctx, 'deficit_card.frozen', { id: card.id, cohortId: enrolment.cohortId });
	await planLearningRoute(tx, ctx, enrolment, effectiveRows(card));
}
