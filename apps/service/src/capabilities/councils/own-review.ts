import type { Database, Tx } from '@stazhirovka/db';
import { reviewForm } from '@stazhirovka/domain/councils';
import { validate, type Answer } from '@stazhirovka/domain/forms';
import type { Ctx } from '../../shell/context.ts';
import { fail, faulty, missing } from '../../shell/errors.ts';
import { today } from '../../shell/today.ts';
import { mayReview } from './readers.ts';
import { findReleased, type AssignmentRow } from './reviews-store.ts';
import { findExpertise, lockExpertise, type ExpertiseRow } from './store.ts';

export type ReviewDraft = { id: string; revision: number; answer: Record<string, unknown> };

/** The door to a review: for its reviewer alone, while they sit in the council and are free of conflict. */
export async function enterReview(
	tx: Tx,
	ctx: Pick<Ctx, 'actor' | 'now'>,
	id: string
): Promise<{ assignment: AssignmentRow; expertise: ExpertiseRow }> {
	const found = await findReleased(tx, id);
	if (found?.personId !== ctx.actor.personId) return missing('review');
	await lockExpertise(tx, found.expertiseId);

	// Read anew under the lock: a conflict declared meanwhile has taken the slot away.
	const assignment = (await findReleased(tx, id)) ?? missing('review');
	const expertise = (await findExpertise(tx, assignment.expertiseId)) ?? missing('review');
	const may = await mayReview(tx, ctx.actor.personId, expertise.applicationId, today(ctx.now));
	return may ? { assignment, expertise } : missing('review');
}

/** A draft may be incomplete but not nonsense. */
export function checked({ criteria }: ExpertiseRow, answer: unknown, mode: 'draft' | 'final'): Answer {
	const faults = validate(reviewForm(criteria), answer, mode);
	return faults.length ? faulty('form.faulty', { faults }) : (answer as Answer);
}

/** What is stored was written on another revision: it is told, and nothing is merged silently. */
export async function refuseSave(db: Database | Tx, id: string): Promise<never> {
	const review = (await findReleased(db, id))?.review;
	if (review?.submittedAt) fail('refused', 'form.submitted');
	return fail('conflict', 'form.changed_elsewhere', {
		revision: review?.revision ?? 0,
		answer: review?.answer ?? {}
	});
}
