import { addDays } from '../calendar/index.ts';
import { isReason, LEAST_REASON } from '../journal/index.ts';
import { ok, refuse, type Result } from '../result.ts';

/** Longer after the end of the cohort nobody is given time: then the cohort itself is prolonged. */
export const MOST_DAYS_AFTER_END = 60;

export type ExtensionRefusal = {
	code: `extension.${'no_deadline' | 'done' | 'not_later' | 'past' | 'too_far' | 'reason_missing'}`;
	details?: { least: number } | { limit: string };
};

/**
 * Until when a step is to be done by this person: the later of the day for all and the day that the person was given.
 * Every screen, feed and rule asks here. Null: there is no deadline.
 */
export function untilWhen(forAll: string, given: string | null | undefined): string;
export function untilWhen(forAll: string | null, given: string | null | undefined): string | null;
export function untilWhen(forAll: string | null, given: string | null | undefined): string | null {
	if (forAll === null || !given) return forAll;
	return given > forAll ? given : forAll;
}

/** Whether somebody may be given time for a step until a day, with a reason that the person reads. */
export function mayExtend(
	step: { until: string | null; done: boolean; endsOn: string },
	wish: { until: string; reason: string },
	today: string
): Result<void, ExtensionRefusal> {
	const furthest = addDays(step.endsOn, MOST_DAYS_AFTER_END);
	if (step.done) return refuse({ code: 'extension.done' });
	if (step.until === null) return refuse({ code: 'extension.no_deadline' });
	if (wish.until <= step.until)
		return refuse({ code: 'extension.not_later', details: { limit: step.until } });
	if (wish.until < today) return refuse({ code: 'extension.past' });
	if (wish.until > furthest) return refuse({ code: 'extension.too_far', details: { limit: furthest } });
	if (!isReason(wish.reason)) {
		return refuse({ code: 'extension.reason_missing', details: { least: LEAST_REASON } });
	}
	return ok(undefined);
}
