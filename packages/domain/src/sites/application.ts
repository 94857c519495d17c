import type { RegulationProfile } from '../regulations/index.ts';
import { ok, refuse, type Result } from '../result.ts';
import { stepsOf, type Evidence, type Step } from './demands.ts';

/**
 * The way of an application. `complete`: nothing is lacking, the way begins; a site that is registered without an
 * application begins here (R15). `reviewed`, `supported`, `proposed`: expertise, council and представление are done.
 */
export const APPLICATION_STATES = [
	'draft',
	'submitted',
	'returned',
	'complete',
	'in_review',
	'reviewed',
	'supported',
	'proposed',
	'granted',
	'declined',
	'withdrawn'
] as const;
export type ApplicationState = (typeof APPLICATION_STATES)[number];

export const APPLICATION_MOVES = [
	'submit',
	'return',
	'accept',
	'begin_review',
	'finish_review',
	'support',
	'propose',
	'grant',
	'decline',
	'withdraw'
] as const;
export type ApplicationMove = (typeof APPLICATION_MOVES)[number];

export type ApplicationRefusal =
	| { code: 'application.not_now'; details: { state: ApplicationState; move: ApplicationMove } }
	| { code: 'application.step_first'; details: { step: Step } }
	| { code: 'application.expertise_negative' };

/** Where an application stands, with the result of its last expertise. */
export type Judged = { state: ApplicationState; reviewResult: Evidence['expertise'] };

type Moves = Partial<Record<ApplicationMove, ApplicationState>>;

/** The whole lifecycle, of every regulation. An absent cell is a refused move; which steps are due the profile says. */
const NEXT: Record<ApplicationState, Moves> = {
	draft: { submit: 'submitted', withdraw: 'withdrawn' },
	submitted: { return: 'returned', accept: 'complete', withdraw: 'withdrawn' },
	returned: { submit: 'submitted', withdraw: 'withdrawn' },
	complete: {
		begin_review: 'in_review',
		support: 'supported',
		propose: 'proposed',
		grant: 'granted',
		decline: 'declined',
		withdraw: 'withdrawn'
	},
	in_review: { finish_review: 'reviewed', withdraw: 'withdrawn' },
	reviewed: {
		return: 'returned',
		support: 'supported',
		propose: 'proposed',
		grant: 'granted',
		decline: 'declined',
		withdraw: 'withdrawn'
	},
	supported: { propose: 'proposed', grant: 'granted', decline: 'declined', withdraw: 'withdrawn' },
	proposed: { grant: 'granted', decline: 'declined', withdraw: 'withdrawn' },
	granted: {},
	declined: {},
	withdrawn: {}
};

/** The step that a move does. */
const STEP_OF: Partial<Record<ApplicationMove, Step>> = {
	accept: 'completeness',
	begin_review: 'expertise',
	support: 'council',
	propose: 'proposal',
	grant: 'act'
};

/** Steps that are done once an application stands in a state. */
const DONE: Record<ApplicationState, readonly Step[]> = {
	draft: [],
	submitted: [],
	returned: [],
	complete: ['completeness'],
	in_review: ['completeness'],
	reviewed: ['completeness', 'expertise'],
	supported: ['completeness', 'expertise', 'council'],
	proposed: ['completeness', 'expertise', 'council', 'proposal'],
	granted: ['completeness', 'expertise', 'council', 'proposal', 'act'],
	declined: [],
	withdrawn: []
};

/** The next step of an application in a state; null when there is none for anybody but the applicant, or it is over. */
export function stepDue(profile: RegulationProfile, state: ApplicationState): Step | null {
	if (['draft', 'returned', 'declined', 'withdrawn'].includes(state)) return null;
	return stepsOf(profile).find((step) => !DONE[state].includes(step)) ?? null;
}

/** Steps that nothing but a positive expertise opens (R5). */
const AFTER_EXPERTISE: readonly ApplicationMove[] = ['support', 'propose', 'grant'];

/** Whether a negative expertise has ended the way (R5): the application is given back or declined. */
export function isStopped(profile: RegulationProfile, { state, reviewResult }: Judged): boolean {
	const judged = DONE[state].includes('expertise') && state !== 'granted';
	return judged && reviewResult === 'negative' && stepsOf(profile).includes('expertise');
}

/** Moves an application. No step that the profile prescribes is stepped over, and none is made that it does not (R4, R5). */
export function moveApplication(
	profile: RegulationProfile,
	standing: Judged,
	move: ApplicationMove
): Result<ApplicationState, ApplicationRefusal> {
	const { state } = standing;
	const next = NEXT[state][move];
	const step = STEP_OF[move];
	const notNow: ApplicationRefusal = { code: 'application.not_now', details: { state, move } };
	if (!next || (step && !stepsOf(profile).includes(step))) return refuse(notNow);

	const due = stepDue(profile, state);
	if (step && due && due !== step) return refuse({ code: 'application.step_first', details: { step: due } });
	if (AFTER_EXPERTISE.includes(move) && isStopped(profile, standing))
		return refuse({ code: 'application.expertise_negative' });
	// Where nobody checks completeness, what comes back mended goes on at once: it would wait for nobody's step.
	const unchecked = move === 'submit' && !stepsOf(profile).includes('completeness');
	return ok(unchecked ? 'complete' : next);
}

/** What may be done with an application in a state; whose move it is the access rules say. */
export function movesOf(profile: RegulationProfile, standing: Judged): ApplicationMove[] {
	return APPLICATION_MOVES.filter((move) => moveApplication(profile, standing, move).ok);
}

/**
 * Whether whoever keeps the register may decline an application: when its expertise was negative, or when no council
 * has to decide about it any more. Until then it is the experts and the council who judge (R5, R27).
 */
export function mayDecline(profile: RegulationProfile, standing: Judged): boolean {
	if (!movesOf(profile, standing).includes('decline')) return false;
	const due = stepDue(profile, standing.state);
	return isStopped(profile, standing) || due === 'proposal' || due === 'act';
}
