import {
	addWorkingDays,
	workingDaysIn,
	workingOnOrAfter,
	workingOnOrBefore,
	type WorkCalendar
} from '../calendar/index.ts';
import { ANCHORS, DEADLINE_STEPS, type Anchor, type DeadlineStep } from './steps.ts';

/** So many working days after the anchor; before it when negative. */
export type DeadlineRule = { step: DeadlineStep; anchor: Anchor; workingDays: number };
export type Deadline = DeadlineRule & { dueOn: string };

/** The days that deadlines are counted from; `session` is the last day in person, where there is one. */
export type CohortDays = { startsOn: string; endsOn: string; session: string | null };

export type DeadlineFault = {
	code: `deadlines.${'outside_cohort' | 'before_earlier_step' | 'step_unknown' | 'doubled'}`;
	/** The step whose row is wrong. */
	field: string;
};

/** The furthest from its anchor that a deadline is counted. */
export const FURTHEST_DAYS = 250;

/**
 * The last day of a step by its rule (issue: relative deadlines move with the cohort and skip holidays). Always a
 * working day: one on a day off moves on from the beginning and back from the end.
 */
export function deadlineDay({ anchor, workingDays }: DeadlineRule, days: CohortDays, calendar: WorkCalendar): string {
	const from = dayOf(anchor, days);
	if (workingDays !== 0) return addWorkingDays(from, workingDays, calendar);
	return anchor === 'end' ? workingOnOrBefore(from, calendar) : workingOnOrAfter(from, calendar);
}

/** Everything that is wrong with the deadlines of a cohort: each within its days, none before an earlier step’s. */
export function deadlineFaults(
	rules: readonly DeadlineRule[],
	steps: readonly DeadlineStep[],
	days: CohortDays,
	calendar: WorkCalendar
): DeadlineFault[] {
	let latest = '';
	return inOrder(rules).flatMap((rule, n, all) => {
		const dueOn = deadlineDay(rule, days, calendar);
		const early = dueOn < latest;
		if (dueOn > latest) latest = dueOn;
		const fault = (code: DeadlineFault['code']) => [{ code, field: rule.step }];

		if (!steps.includes(rule.step)) return fault('deadlines.step_unknown');
		if (all[n - 1]?.step === rule.step) return fault('deadlines.doubled');
		if (dueOn < days.startsOn || dueOn > days.endsOn) return fault('deadlines.outside_cohort');
		return early ? fault('deadlines.before_earlier_step') : [];
	});
}

/** The rules with their days, in the order of the path. */
export function withDays(
	rules: readonly DeadlineRule[],
	days: CohortDays,
	calendar: WorkCalendar
): Deadline[] {
	return inOrder(rules).map((rule) => ({ ...rule, dueOn: deadlineDay(rule, days, calendar) }));
}

/**
 * Moves deadlines with their cohort. What has passed on this day has happened and stays; a deadline that would leave the
 * cohort stops at its end, one that would be past at once stops at the first working day.
 */
export function movedDeadlines(
	deadlines: readonly Deadline[],
	days: CohortDays,
	calendar: WorkCalendar,
	today: string
): Deadline[] {
	return inOrder(deadlines).map((deadline) => {
		if (deadline.dueOn < today) return deadline;
		const first = workingOnOrAfter(days.startsOn > today ? days.startsOn : today, calendar);
		const last = workingOnOrBefore(days.endsOn, calendar);
		const wanted = deadlineDay(deadline, days, calendar);
		const dueOn = wanted > last ? last : wanted < first ? first : wanted;
		return { ...deadline, dueOn };
	});
}

/** From the day in person (or the first one) to the end: what a first proposal sets aside for each step. */
const SHARES: Record<DeadlineStep, { share: number; most: number }> = {
	diagnosis: { share: 0.1, most: 1 },
	deficit_card: { share: 0.2, most: 3 },
	learning_route: { share: 0.3, most: 5 },
	tasks: { share: 0.35, most: 40 },
	effectiveness_card: { share: 0.3, most: 35 },
	final_work: { share: 0.25, most: 30 },
	reviews: { share: 0.1, most: 10 },
	survey: { share: 0, most: 0 }
};
const FROM_START: readonly DeadlineStep[] = ['diagnosis', 'deficit_card', 'learning_route'];

/** Deadlines to begin with, for the leader to change: early steps after the day in person, late ones before the end. */
export function proposedRules(
	steps: readonly DeadlineStep[],
	days: CohortDays,
	calendar: WorkCalendar
): DeadlineRule[] {
	const from = days.session ?? days.startsOn;
	const room = Math.max(0, workingDaysIn(from, days.endsOn, calendar).length - 1);

	return steps.map((step) => {
		const { share, most } = SHARES[step];
		const workingDays = Math.min(most, Math.floor(room * share));
		return FROM_START.includes(step)
			? { step, anchor: days.session ? 'session' : 'start', workingDays }
			: { step, anchor: 'end', workingDays: workingDays === 0 ? 0 : -workingDays };
	});
}

export function isAnchor(value: string): value is Anchor {
	return (ANCHORS as readonly string[]).includes(value);
}

function dayOf(anchor: Anchor, { startsOn, endsOn, session }: CohortDays): string {
	if (anchor === 'end') return endsOn;
	return anchor === 'session' ? (session ?? startsOn) : startsOn;
}

function inOrder<R extends DeadlineRule>(rules: readonly R[]): R[] {
	return rules.toSorted((a, b) => DEADLINE_STEPS.indexOf(a.step) - DEADLINE_STEPS.indexOf(b.step));
}
