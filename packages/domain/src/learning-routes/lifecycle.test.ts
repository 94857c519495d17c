import { expect, test } from 'vitest';
import { decideRoute, LEARNING_ROUTE_STATES, type LearningRouteState, type RouteAction } from './index.ts';

const reason = 'Ближе к классу стажёра';
const actions: Record<string, RouteAction> = {
	propose: { type: 'propose' },
	agree: { type: 'agree' },
	return: { type: 'return', remark: reason },
	'change by intern': { type: 'change', by: 'intern', byHand: true, reason },
	'change by tutor': { type: 'change', by: 'tutor', byHand: true, reason }
};

const allowed: Record<LearningRouteState, Record<string, LearningRouteState>> = {
	draft: { propose: 'proposed', 'change by intern': 'draft', 'change by tutor': 'draft' },
	proposed: { agree: 'agreed', return: 'returned', 'change by tutor': 'proposed' },
	returned: { propose: 'proposed', 'change by intern': 'returned', 'change by tutor': 'returned' },
	agreed: { 'change by tutor': 'agreed' }
};

const cells = LEARNING_ROUTE_STATES.flatMap((state) =>
	Object.keys(actions).map((name) => [state, name] as const)
);

test.each(cells)('R96: a route that is %s answers to %s as the table says', (state, name) => {
	const next = allowed[state][name];
	const action = actions[name];
	if (!action) throw new Error('no such action');

	expect(decideRoute({ state, cardFrozen: true }, action)).toEqual(
		next
			? { ok: true, value: { state: next, revised: state === 'agreed' } }
			: { ok: false, refusal: { code: 'learning_route.not_now' } }
	);
});

test('R94: nothing is agreed before the deficit card is frozen', () => {
	expect(decideRoute({ state: 'proposed', cardFrozen: false }, { type: 'agree' })).toEqual({
		ok: false,
		refusal: { code: 'learning_route.card_not_frozen' }
	});
});

test('R96: a route is returned with a remark only', () => {
	expect(decideRoute({ state: 'proposed', cardFrozen: true }, { type: 'return', remark: ' нет ' })).toEqual({
		ok: false,
		refusal: { code: 'learning_route.remark_missing', details: { least: 10 } }
	});
});

test.each([
	['draft', 'intern', false, null, true],
	['draft', 'intern', true, null, false],
	['draft', 'intern', true, 'короткая', false],
	['returned', 'tutor', false, null, true],
	['proposed', 'tutor', false, null, false],
	['proposed', 'tutor', false, reason, true],
	['agreed', 'tutor', false, null, false],
	['agreed', 'tutor', true, reason, true]
] as const)(
	'R94: in %s a change by the %s (by hand: %s) with reason %o is allowed: %s',
	(state, by, byHand, words, is) => {
		const result = decideRoute({ state, cardFrozen: true }, { type: 'change', by, byHand, reason: words });

		expect(result.ok ? null : result.refusal.code).toBe(is ? null : 'learning_route.reason_missing');
	}
);
