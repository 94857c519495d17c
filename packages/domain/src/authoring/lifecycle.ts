import type { RegulationProfile } from '../regulations/index.ts';
import { ok, refuse, type Result } from '../result.ts';

/**
 * `draft` and `returned` are written; `checked` has no errors and waits for whoever the regulation names; `published` is
 * frozen for ever.
 */
export const DRAFT_STATES = ['draft', 'returned', 'checked', 'approved', 'agreed', 'published'] as const;
export type DraftState = (typeof DRAFT_STATES)[number];

export const DRAFT_MOVES = ['send', 'recall', 'return', 'approve', 'agree', 'publish'] as const;
export type DraftMove = (typeof DRAFT_MOVES)[number];

export const STEP_KINDS = ['approval', 'agreement'] as const;
export type StepKind = (typeof STEP_KINDS)[number];

/** What a regulation demands between the check and the publication; `by` is the source's words. */
export type Step = { kind: StepKind; by: string };

export type DraftRefusal = {
	code: 'programme_draft.not_now';
	details: { state: DraftState; move: DraftMove };
};

type Structure = Pick<RegulationProfile['programme_structure'], 'approved_by' | 'agreed_with'>;

/** The steps of a regulation in their order: approved by the head, then agreed (R41). Without a regulation none. */
export function stepsOf(structure: Structure | null | undefined): Step[] {
	const { approved_by, agreed_with } = structure ?? {};
	return [
		...(approved_by ? [{ kind: 'approval', by: approved_by } as const] : []),
		...(agreed_with ? [{ kind: 'agreement', by: agreed_with } as const] : [])
	];
}

/** From where a move is made and where it leads. A step that stands in the way is in `AHEAD`. */
const TABLE: Record<DraftMove, Partial<Record<DraftState, DraftState>>> = {
	send: { draft: 'checked', returned: 'checked' },
	recall: { checked: 'draft', approved: 'draft', agreed: 'draft' },
	return: { checked: 'returned', approved: 'returned', agreed: 'returned' },
	approve: { checked: 'approved' },
	agree: { checked: 'agreed', approved: 'agreed' },
	publish: { checked: 'published', approved: 'published', agreed: 'published' }
};

/** Steps that are behind in a state. */
const BEHIND: Partial<Record<DraftState, readonly StepKind[]>> = {
	approved: ['approval'],
	agreed: ['approval', 'agreement']
};

const STEP_OF: Partial<Record<DraftMove, StepKind>> = { approve: 'approval', agree: 'agreement' };

/** Steps that nobody has done yet, in order. */
export function stepsAhead(steps: readonly Step[], state: DraftState): Step[] {
	return steps.filter(({ kind }) => !BEHIND[state]?.includes(kind));
}

/** Whether the next word in a state is that of the municipal body. */
export function waitsForAgreement(steps: readonly Step[], state: DraftState): boolean {
	return stepsAhead(steps, state)[0]?.kind === 'agreement';
}

/**
 * Moves a programme. A step is done when the regulation demands it and it is the next; publishing waits for all of
 * them. What is given or taken back loses what was said to it.
 */
export function moveDraft(
	steps: readonly Step[],
	state: DraftState,
	move: DraftMove
): Result<DraftState, DraftRefusal> {
	const to = TABLE[move][state];
	const step = STEP_OF[move];
	const [next] = stepsAhead(steps, state);
	const open = step ? next?.kind === step : move !== 'publish' || next === undefined;
	return to && open ? ok(to) : refuse({ code: 'programme_draft.not_now', details: { state, move } });
}

/** What may be done in a state; whose move it is the access rules say. */
export function movesOf(steps: readonly Step[], state: DraftState): DraftMove[] {
	return DRAFT_MOVES.filter((move) => moveDraft(steps, state, move).ok);
}

/** Only while it is its authors'. */
export function isWritten(state: DraftState): boolean {
	return state === 'draft' || state === 'returned';
}
