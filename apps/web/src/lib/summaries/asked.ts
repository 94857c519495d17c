import type { SummaryDefinition } from '@stazhirovka/contract/summaries';
import { isId } from '@stazhirovka/domain/ids';
import {
	CHARTS,
	COMPARISONS,
	filtersFor,
	hasOwnMeasures,
	measuresFor,
	MOST_BACK,
	SUBJECTS,
	type Filters,
	type MeasureKey,
	type Subject
} from '@stazhirovka/domain/summaries';

type Params = Pick<URLSearchParams, 'get' | 'getAll'>;

/** What a new summary shows before anything was chosen. */
const USUAL: Record<'cohorts' | 'sites', MeasureKey[]> = {
	cohorts: ['enrolled', 'completion', 'tasks_in_time', 'effect_cards'],
	sites: ['enrolled', 'completion', 'effect_cards', 'plan_done']
};
const FILTERS = {
	sites: 'site',
	municipalities: 'municipality',
	regulations: 'regulation',
	programmes: 'programme'
};
const FILTER_KEYS = Object.keys(FILTERS) as (keyof Filters)[];

/** The definition that the fields of the form ask for. What does not fit the rows is left out. */
export function definitionOf(params: Params): SummaryDefinition {
	const subject = SUBJECTS.find((one) => one === params.get('subject')) ?? 'site';
	const comparison = COMPARISONS.find((one) => one === params.get('comparison')) ?? 'none';
	const chart = CHARTS.find((one) => one === params.get('chart')) ?? 'bars';
	const filters = filtersOf(params, subject);
	const fitting = measuresFor({ subject, filters }).map(({ key }) => key);
	const chosen = fitting.filter((key) => params.getAll('measure').includes(key));
	const measures = chosen.length ? chosen : usualOf(subject, fitting);
	const by = measures.find((key) => key === params.get('sort')) ?? 'title';
	const pictured = measures.find((key) => key === params.get('pictured'));
	return {
		...{ subject, measures, comparison, filters },
		period: periodOf(params),
		sort: { by, order: params.get('order') === 'down' ? 'down' : 'up' },
		chart: chart === 'lines' && comparison !== 'years' ? 'bars' : chart,
		...(pictured && { pictured })
	};
}

function usualOf(subject: Subject, fitting: MeasureKey[]): MeasureKey[] {
	// Rows that have measures of their own have few of them.
	if (hasOwnMeasures(subject)) return fitting;
	const usual = subject === 'cohort' || subject === 'programme' ? USUAL.cohorts : USUAL.sites;
	return usual.filter((key) => fitting.includes(key));
}

function filtersOf(params: Params, subject: Subject): Filters {
	const fitting = filtersFor(subject);
	const [sites = [], municipalities = [], regulations = [], programmes = []] = FILTER_KEYS.map((key) =>
		fitting.includes(key) ? [...new Set(params.getAll(FILTERS[key]))] : []
	);
	return { sites, municipalities, regulations, programmes };
}

function periodOf(params: Params): SummaryDefinition['period'] {
	const [kind, back] = (params.get('period') ?? '').split('-');
	if (kind === 'days') return { kind, from: params.get('from') ?? '', to: params.get('to') ?? '' };
	const years = Math.min(MOST_BACK, Math.max(0, Math.trunc(Number(back)) || 0));
	return { kind: kind === 'calendar_year' ? kind : 'school_year', back: years };
}

/** The same back as fields of the form, for links to it. */
export function fieldsOf({
	subject,
	measures,
	period,
	comparison,
	filters,
	sort,
	chart,
	pictured
}: SummaryDefinition) {
	const fields = new URLSearchParams({ subject, comparison, chart, sort: sort.by, order: sort.order });
	if (pictured) fields.set('pictured', pictured);
	for (const key of measures) fields.append('measure', key);
	fields.set('period', period.kind === 'days' ? 'days' : `${period.kind}-${period.back}`);
	if (period.kind === 'days') {
		fields.set('from', period.from);
		fields.set('to', period.to);
	}
	for (const kind of FILTER_KEYS) for (const value of filters[kind]) fields.append(FILTERS[kind], value);
	return fields;
}

type Place = { row: string | null; measure: string; span: number };

/** Where the records behind a number are opened; from a kept summary the way leads back to it. */
export function recordsHref(
	definition: SummaryDefinition,
	{ row, measure, span }: Place,
	summary?: string
): string {
	const asked = { definition: JSON.stringify(definition), measure, span: String(span) };
	const more = { ...(row !== null && { row }), ...(summary !== undefined && { summary }) };
	return `/summaries/records?${new URLSearchParams({ ...asked, ...more }).toString()}`;
}

/** Back to the kept summary that the address names, or to the form. */
export function backHref(definition: SummaryDefinition, summary: string | null): string {
	return summary !== null && isId(summary)
		? `/summaries/${summary}`
		: `/summaries/new?${fieldsOf(definition).toString()}`;
}
