import { ok, refuse, type Result } from '../result.ts';

export type ReviewFacts = { sentAt: Date | null; announced: boolean };
export type ReviewRefusal = { code: `review.${'already_sent' | 'results_announced' | 'incomplete'}` };

/**
 * Whether a review may be saved or sent. The due date does not close it: a late review is better than none, until
 * the results are announced. A sent review never changes.
 */
export function decideReview(
	review: ReviewFacts,
	action: { type: 'save' } | { type: 'send'; complete: boolean },
	now: Date
): Result<{ sentAt: Date | null }, ReviewRefusal> {
	if (review.sentAt) return refuse({ code: 'review.already_sent' });
	if (review.announced) return refuse({ code: 'review.results_announced' });
	if (action.type === 'save') return ok({ sentAt: null });

	return action.complete ? ok({ sentAt: now }) : refuse({ code: 'review.incomplete' });
}

/** The completion condition of the rubric: enough reviews given and enough received (R115). */
export function areReviewsDone(
	rules: { minGiven: number; minReceived: number },
	counts: { given: number; received: number }
): boolean {
	return counts.given >= rules.minGiven && counts.received >= rules.minReceived;
}
