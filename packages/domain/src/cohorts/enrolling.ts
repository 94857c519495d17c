import { ok, refuse, type Result } from '../result.ts';
import type { SiteStatus } from '../sites/index.ts';
import type { EnrolmentState } from './states.ts';

/**
 * `ask_head`: an application that the head of the sending school has to confirm first (R77). `queue`: an application is
 * admitted and stands in line; `confirm`: it gets a seat. `enter`, `arrive`: a list or a transfer brings the person.
 * `leave`: whoever studies goes before the first day.
 */
export type EnrolmentAction =
	| 'apply'
	| 'ask_head'
	| 'head_agrees'
	| 'head_refuses'
	| 'confirm'
	| 'queue'
	| 'decline'
	| 'withdraw'
	| 'leave'
	| 'enter'
	| 'arrive'
	| 'invite'
	| 'accept'
	| 'lapse'
	| 'transfer'
	| 'expel';

export type EnrolmentRefusal = {
	code: `enrolment.${'exists' | 'not_now' | 'closed' | 'apply_over' | 'no_seats' | 'own_cohort' | 'site_stopped'}`;
	details?: Readonly<Record<string, unknown>>;
};

type Moves = Partial<Record<EnrolmentAction, EnrolmentState>>;

const ASKED: Moves = { apply: 'applied', ask_head: 'awaiting_head' };
/** A site may take whoever is not in: from a list, by an invitation, out of another cohort. */
const TAKEN: Moves = { invite: 'invited', enter: 'waiting', arrive: 'confirmed' };

/** `none`: the person has never applied for this cohort. */
const NEXT: Record<EnrolmentState | 'none', Moves> = {
	none: { ...ASKED, ...TAKEN },
	awaiting_head: {
		apply: 'awaiting_head',
		ask_head: 'awaiting_head',
		head_agrees: 'applied',
		head_refuses: 'declined',
		decline: 'declined',
		withdraw: 'withdrawn'
	},
	applied: {
		apply: 'applied',
		ask_head: 'applied',
		queue: 'waiting',
		withdraw: 'withdrawn',
		decline: 'declined',
		...TAKEN
	},
	waiting: { confirm: 'confirmed', arrive: 'confirmed', decline: 'declined', withdraw: 'withdrawn' },
	invited: { accept: 'confirmed', lapse: 'lapsed', decline: 'declined', withdraw: 'withdrawn' },
	confirmed: { expel: 'expelled', transfer: 'transferred', leave: 'withdrawn' },
	withdrawn: { ...ASKED, ...TAKEN },
	lapsed: { ...ASKED, ...TAKEN },
	declined: TAKEN,
	transferred: TAKEN,
	expelled: {},
	completed: {}
};

/** The lifecycle of an enrolment but for its completion, which a certificate brings. Applying twice is applying once. */
export function decideEnrolment(
	state: EnrolmentState | 'none',
	action: EnrolmentAction
): Result<EnrolmentState, EnrolmentRefusal> {
	const next = NEXT[state][action];
	if (next) return ok(next);
	const applying = action === 'apply' || action === 'ask_head';
	return refuse({ code: applying ? 'enrolment.exists' : 'enrolment.not_now' });
}

/** How the site of the cohort stands today. */
export type CohortStanding = { siteStatus: SiteStatus | null };

/** A site takes people while it works and before it begins; once its status has stopped, only those who are in go on. */
const TAKING: ReadonlySet<SiteStatus | null> = new Set(['upcoming', 'active']);

/** Whether the site takes anybody at all on this day; whether a seat is free is the waiting list's question. */
export function mayTake({ siteStatus }: CohortStanding): Result<void, EnrolmentRefusal> {
	return TAKING.has(siteStatus) ? ok(undefined) : refuse({ code: 'enrolment.site_stopped' });
}

export type CohortDoor = CohortStanding & {
	enrolmentOpen: boolean;
	endsOn: string;
	applyUntil: string | null;
};

/**
 * Whether people may apply on this day, as the site's calendar has it: until the day that the site has named, else until
 * the last one. Whom the site itself brings, by a list or an invitation, that day does not keep out. Without a free seat
 * one applies for the waiting list.
 */
export function mayApply(cohort: CohortDoor, today: string): Result<void, EnrolmentRefusal> {
	if (!cohort.enrolmentOpen || today > cohort.endsOn) return refuse({ code: 'enrolment.closed' });
	if (cohort.applyUntil !== null && today > cohort.applyUntil)
		return refuse({ code: 'enrolment.apply_over', details: { limit: cohort.applyUntil } });
	return mayTake(cohort);
}

/** The tutor with the fewest interns; of equals the first named. `null` when the cohort has no tutor. */
export function leastBusyTutor(tutors: readonly { id: string; interns: number }[]): string | null {
	return tutors.toSorted((a, b) => a.interns - b.interns)[0]?.id ?? null;
}
