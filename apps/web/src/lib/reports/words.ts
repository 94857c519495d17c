import type { Mismatch as Found, ReportHead, ReportLog } from '@stazhirovka/contract/plans';
import type { Standing } from '@stazhirovka/domain/plans';
import type { Tone } from '@stazhirovka/ui';
import { m } from '#lib/paraglide/messages.js';
import { dayText, periodText } from '#lib/shell/dates.ts';

type Head = Pick<ReportHead, 'kind' | 'subject' | 'dueOn' | 'period' | 'submittedOn' | 'late'>;

/** What a report is called in a list. */
export function nameWords({ kind, subject }: Pick<Head, 'kind' | 'subject'>): string {
	return m.reports_name({ kind, subject });
}

/** When it is due and what it covers, in one line. */
export function factsWords({
	dueOn,
	period,
	submittedOn,
	late
}: Partial<Head> & { dueOn: string | null }): string {
	return [
		dueOn ? m.reports_until({ day: dayText(dueOn) }) : m.reports_no_day(),
		period ? m.reports_period({ period: daysWords(period) }) : '',
		submittedOn ? m.reports_handed_in_on({ day: dayText(submittedOn) }) : '',
		late ? m.reports_late() : ''
	]
		.filter(Boolean)
		.join(' · ');
}

export function daysWords({ from, to }: { from: string; to: string }): string {
	return from === to ? dayText(from) : periodText(from, to);
}

/** How a report stands, where one that was given back has a word of its own. */
export function standingWords({
	standing,
	state
}: {
	standing: Standing;
	state?: ReportHead['state'];
}): string {
	return m.reports_standing({ standing: state === 'returned' ? 'returned' : standing });
}

export function toneOf(standing: Standing): Tone {
	const tones: Record<Standing, Tone> = {
		overdue: 'late',
		due: 'need',
		handed_in: 'waiting',
		accepted: 'done',
		withdrawn: 'open'
	};
	return tones[standing];
}

export function mismatchWords({ kind, about, told, logged, on }: Found): string {
	return m.reports_mismatch({
		...{ kind, about, day: on ? dayText(on) : '' },
		...{ told: String(told ?? ''), logged: String(logged ?? '') }
	});
}

export type LogPart = keyof ReportLog;
export type Entry = { id: string; title: string; facts: string; href: string | null; links: string[] };

/** Records of a log as lines to read; what has a page of its own leads to it. */
export function entriesOf(log: ReportLog, siteId: string): Record<LogPart, Entry[]> {
	const row = (id: string) => `/leader/sites/${siteId}/plan/${id}`;
	return {
		events: log.events.map(({ id, rowId, title, heldOn, format, participants: count, links }) => ({
			...{ id, title, links, href: row(rowId) },
			facts: m.reports_event_facts({ day: dayText(heldOn), format, count })
		})),
		changes: log.changes.map(({ id, rowId, title, kind, on, reason }) => ({
			...{ id, title, links: [], href: row(rowId) },
			facts: m.reports_change_facts({ kind, day: dayText(on), reason })
		})),
		works: log.works.map(({ id, title, author, cohort, on, link }) => ({
			...{ id, title: [title, author].filter(Boolean).join(', '), links: [], href: link },
			facts: m.reports_work_facts({ cohort, day: dayText(on) })
		})),
		cohorts: log.cohorts.map(({ id, title, from, lastDay, interns: count }) => ({
			...{ id, title, links: [], href: `/leader/cohorts/${id}` },
			facts: m.reports_cohort_facts({ period: periodText(from, lastDay), count })
		}))
	};
}
