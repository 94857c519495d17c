import { addDays, dayBefore } from '../calendar/index.ts';

export const DECISION_KINDS = ['grant', 'extend', 'suspend', 'resume', 'terminate'] as const;
export type DecisionKind = (typeof DECISION_KINDS)[number];

/** What an act says of one site. */
export type StatusDecision = {
	kind: DecisionKind;
	/** The day from which it works. */
	from: string;
	/** The last day of the status; only a grant and an extension name one. */
	lastDay: string | null;
};

export const PERIOD_STATES = ['active', 'suspended'] as const;

/** Days, both included, on which a status is in one state. `terminated`: an act ended it, not the term. */
export type StatusPeriod = {
	state: (typeof PERIOD_STATES)[number];
	from: string;
	lastDay: string;
	terminated: boolean;
};

/** `upcoming`: granted, not begun. `expired`: the term is over. Nobody ever grants a status: it follows from the acts. */
export const SITE_STATUSES = ['upcoming', 'active', 'suspended', 'terminated', 'expired'] as const;
export type SiteStatus = (typeof SITE_STATUSES)[number];

/**
 * The whole life of a site as its acts tell it, in the order in which they take effect (R3, R21, R34). Rerun, it gives
 * the same; the register stores it for searching and nothing else.
 */
export function periodsOf(decisions: readonly StatusDecision[]): StatusPeriod[] {
	return inOrder(decisions).reduce(withDecision, []);
}

/** Decisions as they take effect; of one day, in the order in which they were entered. */
export function inOrder<D extends Pick<StatusDecision, 'from'>>(decisions: readonly D[]): D[] {
	return decisions.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
}

/** The status on a day; null before anything was granted. */
export function statusOn(periods: readonly StatusPeriod[], day: string): SiteStatus | null {
	const now = periodOn(periods, day);
	if (now) return now.state;

	const before = periods.findLast(({ lastDay }) => lastDay < day);
	if (before) return before.terminated ? 'terminated' : 'expired';
	return periods.length ? 'upcoming' : null;
}

export function periodOn(periods: readonly StatusPeriod[], day: string): StatusPeriod | undefined {
	return periods.find(({ from, lastDay }) => from <= day && day <= lastDay);
}

/** The first day of the status that was granted last by a day; undefined before anything was. */
export function begunOn(decisions: readonly StatusDecision[], day: string): string | undefined {
	return inOrder(decisions).findLast(({ kind, from }) => kind === 'grant' && from <= day)?.from;
}

/** Whether the status is active on every day from the first to the last (a cohort needs a site for all its days). */
export function covers(periods: readonly StatusPeriod[], from: string, lastDay: string): boolean {
	const active = periods.filter(({ state }) => state === 'active');
	const end = active.reduce((day, period) => {
		const goesOn = period.from <= day && day <= period.lastDay;
		return goesOn ? addDays(period.lastDay, 1) : day;
	}, from);
	return from <= lastDay && end > lastDay;
}

function withDecision(periods: StatusPeriod[], { kind, from, lastDay }: StatusDecision): StatusPeriod[] {
	const last = periods.at(-1);
	if (kind === 'grant') return [...periods, { ...ACTIVE, from, lastDay: lastDay ?? from }];
	// What begins after the end does nothing: an act that ends a status cancels what was to come under it.
	if (!last || from > last.lastDay) return periods;

	const before = periods.slice(0, -1);
	switch (kind) {
		case 'extend':
			return [...before, { ...last, lastDay: lastDay ?? last.lastDay }];
		case 'terminate':
			// Ended on its first day, it has not been; the memory that an act ended it stays.
			return [...before, { ...last, terminated: true, lastDay: dayBefore(from) }];
		case 'suspend':
			return [...before, ...until(last, dayBefore(from)), { ...last, state: 'suspended', from }];
		case 'resume':
			return [...before, ...until(last, dayBefore(from)), { ...last, state: 'active', from }];
	}
}

const ACTIVE = { state: 'active', terminated: false } as const;

function until(period: StatusPeriod, lastDay: string): StatusPeriod[] {
	return lastDay >= period.from ? [{ ...period, lastDay }] : [];
}
