import { areReviewsClosed } from '@stazhirovka/domain/final-works';
import { deadlineAfter } from '@stazhirovka/domain/tasks';
import type { Ctx } from '../../../../shell/context.ts';
import { fail, missing } from '../../../../shell/errors.ts';
import { record } from '../../../../shell/journal.ts';
import { enterWork } from '../../access.ts';
import { loadProgramme } from '../../../programmes/index.ts';
import * as reviewsStore from '../../reviews-store.ts';
import { sentReviews } from '../../standing.ts';
import { lockCohort } from '../../store.ts';
import * as store from '../store.ts';

/** A tutor takes a review that is missing when the time is over (R115). The same press again leads to the same review. */
export async function takeReview(ctx: Ctx, workId: string): Promise<string> {
	return ctx.db.transaction(async (tx) => {
		const { cohort } = await enterWork(tx, ctx.actor, workId, 'tutor');
		const { cohortId, timeZone } = cohort;
		const { announcedAt } = await lockCohort(tx, cohortId);
		if (announcedAt) fail('refused', 'results.already_announced');
		const { rules } = await loadProgramme(tx, cohort.programmeVersionId);

		const { personId } = ctx.actor;
		const seat = { cohortId, personId, kind: 'tutor' as const, addedBy: personId, addedAt: ctx.now() };
		await store.insertReserve(tx, [seat]);
		const own = (await store.reserveOf(tx, cohortId)).find((one) => one.personId === personId);
		const { id: reserveId } = own ?? missing('cohort');

		const reviews = await reviewsStore.reviewsOf(tx, [workId]);
		const mine = reviews.find(({ reviewerId }) => reviewerId === reserveId);
		if (mine) return mine.id;
		const enough = sentReviews(reviews).length >= rules.peer.reviewsPerWork;
		if (enough || !areReviewsClosed(reviews, ctx.now())) fail('refused', 'review.not_missing');

		const used = new Set(reviews.map(({ alias }) => alias));
		const free = reviews.map((_, place) => `Рецензент ${place + 1}`).find((alias) => !used.has(alias));
		const { allocationId = fail('refused', 'allocation.nothing_new') } = reviews[0] ?? {};
		const dueAt = deadlineAfter(ctx.now(), rules.peer.deadlineDays, timeZone);
		const alias = free ?? `Рецензент ${reviews.length + 1}`;
		const row = { allocationId, finalWorkId: workId, reviewerId: reserveId, reserveId, alias, dueAt };
		await reviewsStore.insertReviews(tx, [{ ...row, givenAt: ctx.now() }]);
		const given = (await reviewsStore.reviewsOf(tx, [workId])).find((one) => one.reviewerId === reserveId);
		const { id } = given ?? missing('review');
		await record(tx, ctx, 'reviews.reallocated', { id, cohortId }, { work: workId, by: 'tutor' });
		return id;
	});
}
