import { ok, refuse, type Result } from '../result.ts';
import type { Usefulness } from './words.ts';

const LEAST_ANSWERS = 2;

export type UsefulnessSums = { answers: number; useful: number; partly: number; useless: number };

/** What a reviewer is told: sums over all own reviews, and nothing before there are several; no work is named. */
export function usefulnessSums(answers: readonly Usefulness[]): UsefulnessSums | null {
	const count = (word: Usefulness) => answers.filter((answer) => answer === word).length;
	const sums = { useful: count('useful'), partly: count('partly'), useless: count('useless') };
	const total = sums.useful + sums.partly + sums.useless;
	return total < LEAST_ANSWERS ? null : { answers: total, ...sums };
}

export type UsefulnessRefusal = {
	code: `usefulness.${'not_announced' | 'already_said' | 'reason_missing'}`;
	details?: { least: number };
};

const LEAST_REASON = 10;

/** Said once of each review, with the reason in words; «пропустить» needs none. */
export function checkUsefulness(
	review: { announced: boolean; said: boolean },
	{ answer, reason }: { answer: Usefulness; reason: string }
): Result<void, UsefulnessRefusal> {
	if (!review.announced) return refuse({ code: 'usefulness.not_announced' });
	if (review.said) return refuse({ code: 'usefulness.already_said' });
	if (answer !== 'skipped' && reason.trim().length < LEAST_REASON) {
		return refuse({ code: 'usefulness.reason_missing', details: { least: LEAST_REASON } });
	}
	return ok(undefined);
}
