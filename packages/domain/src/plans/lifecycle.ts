import type { RegulationPlan } from '../regulations/index.ts';
import { ok, refuse, type Result } from '../result.ts';
import { approvalSteps, stepsAhead, type ApprovalKind } from './approvals.ts';

/** `sent`: signed by the leader and waiting. `agreed` and `approved`: one of two steps is done and the other is ahead. */
export const PLAN_STATES = ['draft', 'sent', 'returned', 'agreed', 'approved', 'in_force'] as const;
export type PlanState = (typeof PLAN_STATES)[number];

export const PLAN_MOVES = ['send', 'recall', 'return', 'agree', 'approve'] as const;
export type PlanMove = (typeof PLAN_MOVES)[number];

export type PlanRefusal = { code: 'plan.not_now'; details: { state: PlanState; move: PlanMove } };

/** States from which a move may be made at all; which steps there are the profile says. */
const FROM: Record<PlanMove, readonly PlanState[]> = {
	send: ['draft', 'returned'],
	recall: ['sent', 'agreed', 'approved'],
	return: ['sent', 'agreed', 'approved'],
	agree: ['sent', 'approved'],
	approve: ['sent', 'agreed', 'in_force']
};

const STEP: Partial<Record<PlanMove, ApprovalKind>> = { agree: 'agreement', approve: 'approval' };

type Plan = Pick<RegulationPlan, 'approved' | 'approved_by' | 'agreed_with'>;

/**
 * Moves a plan. `done` are the steps recorded so far; they fall when the plan is given back. What a profile does not
 * ask for cannot be done; about what it is silent may be done later, when the plan is in force already.
 */
export function movePlan(
	plan: Plan,
	{ state, done }: { state: PlanState; done: readonly ApprovalKind[] },
	move: PlanMove
): Result<{ state: PlanState; done: ApprovalKind[] }, PlanRefusal> {
	const no = refuse<PlanRefusal>({ code: 'plan.not_now', details: { state, move } });
	if (!FROM[move].includes(state)) return no;

	switch (move) {
		case 'recall':
			return ok({ state: 'draft', done: [] });
		case 'return':
			return ok({ state: 'returned', done: [] });
		case 'send':
			return ok(standing(plan, []));
		case 'agree':
		case 'approve': {
			const kind = STEP[move];
			const step = approvalSteps(plan).find((candidate) => candidate.kind === kind);
			if (!step || done.includes(step.kind)) return no;
			return ok(standing(plan, [...done, step.kind]));
		}
	}
}

/** What may be done with a plan in a state; whose move it is the access rules say. */
export function movesOfPlan(plan: Plan, at: { state: PlanState; done: readonly ApprovalKind[] }): PlanMove[] {
	return PLAN_MOVES.filter((move) => movePlan(plan, at, move).ok);
}

/** Rows are written anew while the plan is the leader's; later they are only corrected, with a reason (R129). */
export function isOpen(state: PlanState): boolean {
	return state === 'draft' || state === 'returned';
}

function standing(plan: Plan, done: ApprovalKind[]): { state: PlanState; done: ApprovalKind[] } {
	if (stepsAhead(plan, done).length === 0) return { state: 'in_force', done };
	if (done.includes('approval')) return { state: 'approved', done };
	return { state: done.includes('agreement') ? 'agreed' : 'sent', done };
}
