import { timeline, type TimelineTone } from '@stazhirovka/charts';
import type { Plan, ReportsOfSite } from '@stazhirovka/contract/plans';
import { addDays } from '@stazhirovka/domain/calendar';
import { m } from '#lib/paraglide/messages.js';
import { nameWords, standingWords } from '#lib/reports/words.ts';
import { dayText } from '#lib/shell/dates.ts';

/** One thing of a site's year, for the picture and for the table under it. */
export type Happening = { title: string; from: string; to: string; tone: TimelineTone; state: string };

type Year = { happenings: Happening[]; picture: string | null };

const MOST = 40;
const monthShort = new Intl.DateTimeFormat('ru-RU', { month: 'short', timeZone: 'UTC' });

/** The events of a plan and the reports that are due, on the days of the plan; the day of today and the end of the status cross them. */
export function yearOf(plan: Plan, reports: ReportsOfSite | null, statusEnds: string | null): Year {
	const all = [...eventsOf(plan), ...(reports ? reportsOf(reports) : [])];
	const { from } = plan.rules;
	const to = plan.rules.lastDay ?? latest([addDays(from, 365), ...all.map((one) => one.to)]);
	const happenings = all
		.filter((one) => one.to >= from && one.from <= to)
		.toSorted((one, other) => (one.from < other.from ? -1 : one.from > other.from ? 1 : 0));
	/** One line tells nothing that its row does not. */
	if (happenings.length < 2) return { happenings, picture: null };
	const shown = happenings.slice(0, MOST);
	const late = happenings.filter(({ tone }) => tone === 'late').length;
	return {
		happenings,
		picture: timeline({
			title: m.plans_timeline(),
			description: m.plans_timeline_words({ count: happenings.length, late, day: dayText(plan.today) }),
			...{ from, to },
			rows: shown.map(({ title, state, ...row }) => ({ ...row, label: title, text: state })),
			marks: [
				{ day: plan.today, text: m.plans_timeline_today() },
				...(statusEnds ? [{ day: statusEnds, text: m.plans_timeline_end() }] : [])
			],
			monthName: (month) => monthShort.format(new Date(Date.UTC(2001, month - 1, 1)))
		})
	};
}

const ROW_TONES = { planned: 'ahead', overdue: 'late', done: 'done' } as const;

/** Rows without days are the whole plan's, and are in its table alone. */
function eventsOf({ rows }: Plan): Happening[] {
	return rows.flatMap(({ title, from, lastDay, state }) => {
		const last = lastDay ?? from;
		if (state === 'cancelled' || last === null) return [];
		const words = m.plans_row_state({ state });
		return [{ title, from: from ?? last, to: last, tone: ROW_TONES[state], state: words }];
	});
}

const REPORT_TONES = { due: 'ahead', overdue: 'late', handed_in: 'done', accepted: 'done' } as const;

function reportsOf({ dues, reports }: ReportsOfSite): Happening[] {
	const begun = reports.flatMap((report) => {
		const { dueOn, standing } = report;
		if (dueOn === null || standing === 'withdrawn') return [];
		return [
			{
				...{ title: nameWords(report), from: dueOn, to: dueOn },
				...{ tone: REPORT_TONES[standing], state: standingWords(report) }
			}
		];
	});
	const waiting = dues.map((due) => ({
		...{ title: m.reports_due_title({ kind: due.kind, day: dayText(due.dueOn) }), from: due.dueOn },
		...{ to: due.dueOn, tone: due.standing === 'overdue' ? ('late' as const) : ('ahead' as const) },
		state: standingWords(due)
	}));
	return [...begun, ...waiting];
}

function latest(days: string[]): string {
	return days.reduce((one, other) => (one > other ? one : other));
}
