import { yearsOf, type Period } from '@stazhirovka/domain/plans';
import type { PlanColumn } from '@stazhirovka/contract/plans';
import { m } from '#lib/paraglide/messages.js';
import { dayText, periodText } from '#lib/shell/dates.ts';

/** «2026/2027 учебный год», «2027 год», or the days of the plan. */
export function periodWords(period: Period): string {
	const years = yearsOf(period);
	if (years && years.first === years.last) return m.plans_year({ first: years.first });
	if (years && period.from.endsWith('-09-01')) return m.plans_school_year(years);
	return period.lastDay
		? periodText(period.from, period.lastDay)
		: m.plans_lasting({ from: dayText(period.from) });
}

/** The regulation's own label; a plain word where it gives no columns. */
export function columnWords({ label, use }: PlanColumn): string {
	return label || m.plans_column({ use });
}

/** «10 ноября 2026 г.» or a period; nothing where a row has no days. */
export function daysWords(from: string | null, lastDay: string | null): string {
	if (!from || !lastDay) return '';
	return from === lastDay ? dayText(from) : periodText(from, lastDay);
}

export function toneOf(state: string) {
	if (state === 'overdue') return 'late' as const;
	if (state === 'done' || state === 'in_force') return 'done' as const;
	return state === 'returned' ? ('need' as const) : ('plain' as const);
}

/** A name as a heading: the sources begin it with a small letter. */
export function headed(words: string): string {
	return words.charAt(0).toUpperCase() + words.slice(1);
}

/** «согласует информационно-методический отдел, утверждает руководитель»: who has a word still, where the source says. */
export function stepsWords(steps: { kind: string; by: string | null }[]): string {
	return steps
		.map(({ kind, by }) => m.plans_desk_step({ kind, told: by ? 'yes' : 'no', by: by ?? '' }))
		.join('; ');
}
