import type { Tx, Database } from '@stazhirovka/db';
import {
	areReviewsClosed,
	outcome,
	peerResult,
	type Outcome,
	type PeerResult,
	type WorkFacts
} from '@stazhirovka/domain/final-works';
import type { PeerRules } from '@stazhirovka/domain/programmes';
import { reviewsOf, type ReviewRow } from './reviews-store.ts';
import { decisionsOf, type DecisionRow, type WorkRow } from './store.ts';

/** Where a work stands in its expertise, by the rules and the server's clock. */
export type Standing = {
	work: WorkRow;
	reviews: ReviewRow[];
	peer: PeerResult;
	reviewsClosed: boolean;
	/** The newest decision of a tutor. */
	decision: DecisionRow | null;
	/** Of the first round. */
	outcome: Outcome;
	awaitsDecision: boolean;
};

export async function standingsOf(
	db: Database | Tx,
	rules: PeerRules,
	works: WorkRow[],
	now: Date
): Promise<Standing[]> {
	const ids = works.map(({ id }) => id);
	const [reviews, decisions] = [await reviewsOf(db, ids), await decisionsOf(db, ids)];
	const ofWork = <T extends { finalWorkId: string }>(rows: T[], id: string) =>
		rows.filter(({ finalWorkId }) => finalWorkId === id);

	return works.map((work) => judge(rules, work, ofWork(reviews, work.id), ofWork(decisions, work.id), now));
}

function judge(
	rules: PeerRules,
	work: WorkRow,
	reviews: ReviewRow[],
	decisions: DecisionRow[],
	now: Date
): Standing {
	const peer = peerResult(rules, sentReviews(reviews));
	const reviewsClosed = areReviewsClosed(reviews, now);
	const first = outcome(rules, peer, decisions.find(({ round }) => round === 1) ?? null, 1);
	const undecided = work.state === 'in_review' && reviewsClosed && first === 'undecided';

	return {
		work,
		reviews,
		peer,
		reviewsClosed,
		decision: decisions.at(-1) ?? null,
		outcome: first,
		awaitsDecision: undecided || work.state === 'revised'
	};
}

export type SentRow = ReviewRow & {
	scores: Record<string, number>;
	comments: Record<string, string>;
	sentAt: Date;
};

export function sentReviews(reviews: ReviewRow[]): SentRow[] {
	return reviews.filter((review): review is SentRow => review.sentAt !== null);
}

/**
 * The facts that move a work, or allow a first one. The tasks are asked about by `openingRefusal`, and the sheet
 * itself asks for the date of the try-out.
 */
export function factsOf(work: WorkRow | undefined, announced: boolean): WorkFacts {
	const { state, revisionUntil } = work ?? { state: 'draft' as const, revisionUntil: null };
	return { state, revisionUntil, announced, tasksSent: true, tryoutMarked: true };
}
