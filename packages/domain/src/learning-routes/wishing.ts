import { isReason, LEAST_REASON } from '../journal/index.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { LearningRouteState } from './states.ts';

export type WishRefusal = {
	code: `learning_route.${'not_now' | 'asked_already' | 'nothing_asked' | 'outdated' | 'reason_missing' | 'remark_missing' | 'same'}`;
	details?: { least: number };
};

type Standing = { state: LearningRouteState; asked: boolean };

/** Whether the intern may ask for a change of the route: of an agreed one, once at a time, with a reason (R94). */
export function mayAsk(
	{ state, asked }: Standing,
	wish: { reason: string; same: boolean }
): Result<void, WishRefusal> {
	if (state !== 'agreed') return refuse({ code: 'learning_route.not_now' });
	if (asked) return refuse({ code: 'learning_route.asked_already' });
	if (wish.same) return refuse({ code: 'learning_route.same' });
	if (!isReason(wish.reason)) {
		return refuse({ code: 'learning_route.reason_missing', details: { least: LEAST_REASON } });
	}
	return ok(undefined);
}

/**
 * Whether the tutor may answer it: a refusal needs words, an agreement none. Once the route has changed (`outdated`: by
 * the tutor, or with its cohort) a wish made before would take that change back, so it can only be declined.
 */
export function mayAnswer(
	{ asked, outdated }: Pick<Standing, 'asked'> & { outdated: boolean },
	answer: 'accept' | 'decline',
	remark: string
): Result<void, WishRefusal> {
	if (!asked) return refuse({ code: 'learning_route.nothing_asked' });
	if (answer === 'accept' && outdated) return refuse({ code: 'learning_route.outdated' });
	if (answer === 'decline' && !isReason(remark)) {
		return refuse({ code: 'learning_route.remark_missing', details: { least: LEAST_REASON } });
	}
	return ok(undefined);
}
