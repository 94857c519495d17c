import type { Tx } from '@stazhirovka/db';
import { deadlineAfter, endOfDay } from '@stazhirovka/domain/tasks';
import { deadlinesOf } from '../deadlines/index.ts';
import { extendReviews, putReviewsDue } from './review-deadlines-store.ts';

type Place = { cohortId: string; timeZone: string };

/** Until when reviews that are given out now are to be sent: the cohort’s own day, else the programme’s days from now. */
export async function reviewsDueFrom(
	tx: Tx,
	{ cohortId, timeZone }: Place,
	now: Date,
	days: number
): Promise<Date> {
	const own = (await deadlinesOf(tx, cohortId)).find(({ step }) => step === 'reviews');
	const byCohort = own && endOfDay(own.dueOn, timeZone);
	return byCohort && byCohort > now ? byCohort : deadlineAfter(now, days, timeZone);
}

/** Moves the last day of the reviews that were not sent yet; whoever was given more time keeps it. */
export async function moveReviewDeadlines(
	tx: Tx,
	{ dueOn, ...place }: Place & { dueOn: string }
): Promise<void> {
	await putReviewsDue(tx, place.cohortId, endOfDay(dueOn, place.timeZone));
	await extendReviews(tx, place);
}
