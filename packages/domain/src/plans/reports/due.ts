import { dayAfter, daysIn } from '../../calendar/index.ts';
import type { RegulationReport } from '../../regulations/index.ts';
import type { StatusPeriod } from '../../sites/index.ts';
import type { ReportState } from './lifecycle.ts';

type Deadline = NonNullable<RegulationReport['deadline']>;

/** `last`: the status ends, and with it the last report is due. */
export const DUE_KINDS = ['yearly', 'last'] as const;
/** A day not later than which a report is handed in; the day itself is in time. */
export type ReportDue = { dueOn: string; kind: (typeof DUE_KINDS)[number] };

/** The deadline in a year. Where the month has no such day, its last one: 29 February is 28 February in most years. */
export function deadlineIn({ month, day }: Pick<Deadline, 'month' | 'day'>, year: number): string {
	const two = (number: number) => String(number).padStart(2, '0');
	return `${String(year).padStart(4, '0')}-${two(month)}-${two(Math.min(day, daysIn(year, month)))}`;
}

export type Run = { from: string; lastDay: string };

/** How long a status lasted without a break; a suspension does not end it, an act or a gap does. */
export function runsOf(periods: readonly StatusPeriod[]): Run[] {
	const runs: (Run & { open: boolean })[] = [];
	for (const { from, lastDay, terminated } of periods) {
		if (lastDay < from) continue;
		const last = runs.at(-1);
		if (last?.open && dayAfter(last.lastDay) === from) Object.assign(last, { lastDay, open: !terminated });
		else runs.push({ from, lastDay, open: !terminated });
	}
	return runs.map(({ from, lastDay }) => ({ from, lastDay }));
}

/**
 * The days on which reports of a site are due (R126): the deadline of every year in which the status lasts on it, and
 * the end of the status. Everything from `since` (earlier ones went on paper) to today, and the next one. Without a
 * deadline in the source nobody knows, and nothing is due.
 */
export function duesOf({
	deadline,
	periods,
	since,
	today
}: {
	deadline: Pick<Deadline, 'month' | 'day'> | null;
	periods: readonly StatusPeriod[];
	since: string;
	today: string;
}): ReportDue[] {
	if (!deadline) return [];
	const all = runsOf(periods)
		.flatMap((run) => duesIn(run, deadline))
		.filter(({ dueOn }) => dueOn >= since);
	const next = all.find(({ dueOn }) => dueOn >= today);
	return all.filter((due) => due.dueOn < today || due === next);
}

/** `due` is still ahead or today; `overdue` is a mark that locks nothing. */
export const STANDINGS = ['overdue', 'due', 'handed_in', 'accepted', 'withdrawn'] as const;
export type Standing = (typeof STANDINGS)[number];

/** How a report stands on a day; one that was given back waits to be handed in again. */
export function standingOf(dueOn: string | null, state: ReportState | null, today: string): Standing {
	if (state === 'accepted' || state === 'withdrawn') return state;
	if (state === 'submitted') return 'handed_in';
	return dueOn !== null && dueOn < today ? 'overdue' : 'due';
}

/** The whole day counts, by the site's own clock; without a deadline nothing is late. */
export function isLateReport(dueOn: string | null, handedInOn: string): boolean {
	return dueOn !== null && handedInOn > dueOn;
}

function duesIn({ from, lastDay }: Run, deadline: Pick<Deadline, 'month' | 'day'>): ReportDue[] {
	const first = Number(from.slice(0, 4));
	const years = Array.from({ length: Number(lastDay.slice(0, 4)) - first + 1 }, (_, index) => first + index);
	const yearly = years
		.map((year) => deadlineIn(deadline, year))
		.filter((dueOn) => from <= dueOn && dueOn <= lastDay)
		.map((dueOn) => ({ dueOn, kind: 'yearly' as const }));
	return yearly.at(-1)?.dueOn === lastDay ? yearly : [...yearly, { dueOn: lastDay, kind: 'last' }];
}
