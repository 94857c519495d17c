import type { Outcome } from './outcome.ts';
import type { FinalWorkState } from './states.ts';

export type WorkOfCohort = { id: string; state: FinalWorkState; reviewsClosed: boolean; outcome: Outcome };

export type AnnouncementBlock =
	| { code: 'results.already_announced' | 'results.nothing_to_announce' }
	| { code: 'results.reviews_open' | 'results.awaits_decision'; details: { work: string } };

/** Why the results of a cohort cannot be announced yet; empty when they can. They come at once for all (R117). */
export function announcementBlocks(cohort: {
	announced: boolean;
	works: readonly WorkOfCohort[];
}): AnnouncementBlock[] {
	if (cohort.announced) return [{ code: 'results.already_announced' }];

	const reviewed = cohort.works.filter(({ state }) => state === 'in_review');
	if (reviewed.length === 0) return [{ code: 'results.nothing_to_announce' }];

	return reviewed.flatMap((work): AnnouncementBlock[] => {
		if (!work.reviewsClosed) return [{ code: 'results.reviews_open', details: { work: work.id } }];
		return work.outcome === 'undecided'
			? [{ code: 'results.awaits_decision', details: { work: work.id } }]
			: [];
	});
}

/** The reviews of a work are closed when all were sent or the time for them is over. */
export function areReviewsClosed(
	reviews: readonly { sentAt: Date | null; dueAt: Date }[],
	now: Date
): boolean {
	return reviews.every(({ sentAt, dueAt }) => sentAt !== null || now >= dueAt);
}
