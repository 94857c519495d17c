import { ok, refuse, type Result } from '../result.ts';
import type { SiteStatus } from '../sites/index.ts';
import type { EnrolmentState } from './states.ts';

export type EnrolmentAction = 'apply' | 'withdraw' | 'confirm' | 'decline' | 'expel';

export type EnrolmentRefusal = {
	code: `enrolment.${'exists' | 'not_now' | 'closed' | 'no_seats' | 'own_cohort' | 'site_stopped'}`;
};

/** `none`: the person has never applied for this cohort. */
const NEXT: Record<EnrolmentState | 'none', Partial<Record<EnrolmentAction, EnrolmentState>>> = {
	none: { apply: 'applied' },
	applied: { apply: 'applied', withdraw: 'withdrawn', confirm: 'confirmed', decline: 'declined' },
	withdrawn: { apply: 'applied' },
	confirmed: { expel: 'expelled' },
	declined: {},
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
	return refuse({ code: action === 'apply' ? 'enrolment.exists' : 'enrolment.not_now' });
}

/** Seats, and how the site of the cohort stands today. */
export type CohortSeats = { capacity: number; taken: number; siteStatus: SiteStatus | null };

/** A site takes people while it works and before it begins; once its status has stopped, only those who are in go on. */
const TAKING: ReadonlySet<SiteStatus | null> = new Set(['upcoming', 'active']);

/** Whether one more intern may be confirmed: seats are never oversold. */
export function mayConfirm({ capacity, taken, siteStatus }: CohortSeats): Result<void, EnrolmentRefusal> {
	if (!TAKING.has(siteStatus)) return refuse({ code: 'enrolment.site_stopped' });
	return taken < capacity ? ok(undefined) : refuse({ code: 'enrolment.no_seats' });
}

export type CohortDoor = CohortSeats & { enrolmentOpen: boolean; endsOn: string };

/** Whether people may apply on this day, as the site's calendar has it: until the last day and while seats are left. */
export function mayApply(cohort: CohortDoor, today: string): Result<void, EnrolmentRefusal> {
	if (!cohort.enrolmentOpen || today > cohort.endsOn) return refuse({ code: 'enrolment.closed' });
	return mayConfirm(cohort);
}

/** The tutor with the fewest interns; of equals the first named. `null` when the cohort has no tutor. */
export function leastBusyTutor(tutors: readonly { id: string; interns: number }[]): string | null {
	return tutors.toSorted((a, b) => a.interns - b.interns)[0]?.id ?? null;
}
