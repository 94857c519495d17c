import { isCalendarDate } from '../calendar/index.ts';
import { schoolYearAround, spanBefore, spansUntil, spanYearsBefore, type Span } from '../indicators/index.ts';
import { MEASURES, type Measure, type MeasureKey } from './measures.ts';

/** What the rows of a summary are. */
export const SUBJECTS = [
	'site',
	'municipality',
	'regulation',
	'programme',
	'cohort',
	'tutor',
	'deficit',
	'deficit_place',
	'school'
] as const;
export type Subject = (typeof SUBJECTS)[number];
export const PERIODS = ['school_year', 'calendar_year', 'days'] as const;
export const COMPARISONS = ['none', 'previous', 'years'] as const;
export const CHARTS = ['none', 'bars', 'lines', 'heat_map'] as const;
export const ORDERS = ['up', 'down'] as const;

/** A year is told by how many years back it lies, so that a saved summary follows the time. */
export type Period =
	| { kind: 'school_year' | 'calendar_year'; back: number }
	| { kind: 'days'; from: string; to: string };

/** Which sites and programmes; nothing of a kind chosen: all of that kind. */
export type Filters = {
	sites: string[];
	municipalities: string[];
	regulations: string[];
	programmes: string[];
};

/** A summary is data: nobody writes a formula. */
export type SummaryDefinition = {
	subject: Subject;
	measures: MeasureKey[];
	period: Period;
	/** Beside the same number of days before, or beside the same days of the years before. */
	comparison: (typeof COMPARISONS)[number];
	filters: Filters;
	sort: { by: 'title' | MeasureKey; order: (typeof ORDERS)[number] };
	chart: (typeof CHARTS)[number];
};

/** Years beside one another. */
export const YEARS = 4;
export const MOST_COLUMNS = 16;
export const MOST_BACK = 5;
/** Of one kind; whoever marks more means all of it. */
const MOST_CHOSEN = 40;

export type DefinitionFault = { field: string; code: string; limit?: number };

/** Rows that have measures of their own. */
const OWN: Partial<Record<Subject, Measure['of']>> = {
	tutor: 'tutors',
	deficit: 'deficits',
	deficit_place: 'deficits',
	school: 'schools'
};

export function hasOwnMeasures(subject: Subject): boolean {
	return subject in OWN;
}

/** What rows may be narrowed to: a listed school has a municipality, and nothing of a site. */
export function filtersFor(subject: Subject): (keyof Filters)[] {
	return subject === 'school' ? ['municipalities'] : ['sites', 'municipalities', 'regulations', 'programmes'];
}

/** What of the measures may stand in the columns: a plan belongs to a site, not to one of its programmes. */
export function measuresFor({ subject, filters }: Pick<SummaryDefinition, 'subject' | 'filters'>): Measure[] {
	const own = OWN[subject];
	if (own)
		return MEASURES.filter(({ of, key }) => of === own || (own === 'tutors' && key === 'tutor_response'));
	const narrow = subject === 'cohort' || subject === 'programme' || filters.programmes.length > 0;
	return MEASURES.filter(({ of, key }) =>
		subject === 'cohort' && key === 'cohorts' ? false : of === 'cohorts' || (of === 'sites' && !narrow)
	);
}

export function faultsOf(definition: SummaryDefinition): DefinitionFault[] {
	const { measures, period, comparison, sort, chart } = definition;
	const fitting = new Set(measuresFor(definition).map(({ key }) => key));
	const columns = measures.length * (comparison === 'none' ? 1 : comparison === 'previous' ? 2 : YEARS);
	return [
		...(measures.length === 0 ? [{ field: 'measures', code: 'summary.no_measures' }] : []),
		...(new Set(measures).size < measures.length
			? [{ field: 'measures', code: 'summary.measure_twice' }]
			: []),
		...(measures.some((key) => !fitting.has(key))
			? [{ field: 'measures', code: 'summary.measure_not_of_subject' }]
			: []),
		...(columns > MOST_COLUMNS ? [{ field: 'measures', code: 'summary.too_wide', limit: MOST_COLUMNS }] : []),
		...(sort.by !== 'title' && !measures.includes(sort.by)
			? [{ field: 'sort', code: 'summary.sort_not_shown' }]
			: []),
		...(chart === 'lines' && comparison !== 'years'
			? [{ field: 'chart', code: 'summary.lines_need_years' }]
			: []),
		...filterFaults(definition),
		...periodFaults(period)
	];
}

function filterFaults({
	subject,
	filters
}: Pick<SummaryDefinition, 'subject' | 'filters'>): DefinitionFault[] {
	const fitting: string[] = filtersFor(subject);
	return Object.entries(filters).flatMap(([field, chosen]) => [
		...(chosen.length > MOST_CHOSEN ? [{ field, code: 'summary.too_many', limit: MOST_CHOSEN }] : []),
		...(chosen.length && !fitting.includes(field) ? [{ field, code: 'summary.filter_not_of_subject' }] : [])
	]);
}

function periodFaults(period: Period): DefinitionFault[] {
	if (period.kind !== 'days') return [];
	if (!isCalendarDate(period.from)) return [{ field: 'from', code: 'summary.day_missing' }];
	if (!isCalendarDate(period.to)) return [{ field: 'to', code: 'summary.day_missing' }];
	return period.from > period.to ? [{ field: 'to', code: 'monitoring.period_backwards' }] : [];
}

/** The days that a period means on a day. */
export function spanOf(period: Period, day: string): Span {
	if (period.kind === 'days') return { from: period.from, to: period.to };
	const year = Number(day.slice(0, 4));
	const now =
		period.kind === 'school_year' ? schoolYearAround(day) : { from: `${year}-01-01`, to: `${year}-12-31` };
	let span = now;
	for (let n = 0; n < period.back; n += 1) span = spanBefore(span);
	return span;
}

/** The spans that a summary shows, the oldest first; its own is the last. */
export function spansOf(
	{ period, comparison }: Pick<SummaryDefinition, 'period' | 'comparison'>,
	day: string
) {
	const own = spanOf(period, day);
	if (comparison !== 'years') return spansUntil(own, comparison === 'none' ? 1 : 2);
	return Array.from({ length: YEARS }, (_, n) => spanYearsBefore(own, YEARS - 1 - n));
}

/** «2026/27», «2026», or the days. */
export function spanTitle({ from, to }: Span): string {
	const [first, last] = [from.slice(0, 4), to.slice(0, 4)];
	if (from.endsWith('-09-01') && to.endsWith('-08-31') && Number(last) === Number(first) + 1)
		return `${first}/${last.slice(2)}`;
	if (first === last && from.endsWith('-01-01') && to.endsWith('-12-31')) return first;
	return `${written(from)}–${written(to)}`;
}

function written(day: string): string {
	return day.split('-').toReversed().join('.');
}
