import { isReason, LEAST_REASON } from '../journal/index.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { LearningRouteState } from './states.ts';

export type RouteFacts = { state: LearningRouteState; cardFrozen: boolean };

export type RouteAction =
	/** The intern sends the route to the tutor. */
	| { type: 'propose' }
	/** The tutor agrees; for a route longer than the programme's this is the consent that it needs. */
	| { type: 'agree' }
	| { type: 'return'; remark: string }
	/** `byHand`: the tasks are other than the rules proposed or than were agreed; dates alone are not. */
	| { type: 'change'; by: 'intern' | 'tutor'; byHand: boolean; reason: string | null };

export type RouteRefusal = {
	code: `learning_route.${'not_now' | 'card_not_frozen' | 'remark_missing' | 'reason_missing'}`;
	details?: { least: number };
};

/** `revised`: an agreed route was changed, so a new revision of it begins. */
export type RouteDecision = { state: LearningRouteState; revised: boolean };

type Cell = 'propose' | 'agree' | 'return' | 'change.intern' | 'change.tutor';

/** The whole lifecycle. An absent cell is a refused action; there is no other way to change a route. */
const NEXT: Record<LearningRouteState, Partial<Record<Cell, LearningRouteState>>> = {
	draft: { propose: 'proposed', 'change.intern': 'draft', 'change.tutor': 'draft' },
	proposed: { agree: 'agreed', return: 'returned', 'change.tutor': 'proposed' },
	returned: { propose: 'proposed', 'change.intern': 'returned', 'change.tutor': 'returned' },
	agreed: { 'change.tutor': 'agreed' }
};

/** Moves a learning route (R94, R96). After it left the intern's hands only the tutor changes it, with a reason. */
export function decideRoute(route: RouteFacts, action: RouteAction): Result<RouteDecision, RouteRefusal> {
	const next = NEXT[route.state][cellOf(action)];

	if (!next) return refuse({ code: 'learning_route.not_now' });
	if (!route.cardFrozen) return refuse({ code: 'learning_route.card_not_frozen' });
	if (action.type === 'return' && !isReason(action.remark)) {
		return refuse({ code: 'learning_route.remark_missing', details: { least: LEAST_REASON } });
	}
	if (action.type === 'change' && needsReason(route, action.byHand) && !isReason(action.reason ?? '')) {
		return refuse({ code: 'learning_route.reason_missing', details: { least: LEAST_REASON } });
	}

	return ok({ state: next, revised: action.type === 'change' && route.state === 'agreed' });
}

function cellOf(action: RouteAction): Cell {
	return action.type === 'change' ? `change.${action.by}` : action.type;
}

function needsReason(route: RouteFacts, byHand: boolean): boolean {
	return byHand || route.state === 'proposed' || route.state === 'agreed';
}
