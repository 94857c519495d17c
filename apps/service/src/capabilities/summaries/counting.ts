import type { Database } from '@stazhirovka/db';
import type { Counted, IndicatorKey, Span } from '@stazhirovka/domain/indicators';
import {
	basisOf,
	measureOf,
	type CountedAt,
	type MeasureKey,
	type SummaryDefinition,
	type SummaryThing
} from '@stazhirovka/domain/summaries';
import {
	demand,
	internFigures,
	siteCounts,
	siteFigures,
	supply,
	type GroupedBy,
	type Places
} from '../monitoring/index.ts';
import { cohortCounts, seatCounts, THINGS } from './things-queries.ts';

type Asked = { places: Places; spans: Span[]; today: string };
export type CountedSummary = { things: SummaryThing[]; counted: CountedAt };

/**
 * What a definition counts: read from the stored figures of monitoring by its own statements, so that no number has a
 * second formula. Each thing, and all of them together, is counted by itself.
 */
export async function countSummary(
	db: Database,
	{ subject, measures }: SummaryDefinition,
	asked: Asked
): Promise<CountedSummary> {
	if (subject === 'deficit') return countDeficits(db, asked);
	const [things, own, all] = await Promise.all([
		THINGS[subject](db, asked),
		countBy(db, measures, asked, subject),
		countBy(db, measures, asked, 'everything')
	]);
	return {
		things,
		counted: (thing, span, key) =>
			(thing === null ? all : own).get(placed(thing ?? '', span, basisOf(key) ?? key))
	};
}

type Found = Map<string, Counted>;

function placed(place: string, span: number, what: IndicatorKey | MeasureKey): string {
	return `${span} ${what} ${place}`;
}

async function countBy(db: Database, measures: MeasureKey[], asked: Asked, by: GroupedBy): Promise<Found> {
	const { places, spans, today } = asked;
	const bases = measures.flatMap((key) => basisOf(key) ?? []);
	const ofSites = bases.some((key) => measureOf(key).of === 'sites');
	const [interns, things, cohorts, sites, seats] = await Promise.all([
		bases.some((key) => measureOf(key).of === 'cohorts') ? internFigures(db, places, spans, by) : [],
		ofSites && by !== 'programme' && by !== 'cohort' ? siteFigures(db, places, { spans, today, by }) : [],
		measures.includes('cohorts') ? cohortCounts(db, asked, by) : [],
		measures.includes('sites') ? siteCounts(db, asked, by) : [],
		measures.includes('free_seats') ? seatCounts(db, asked, by) : []
	]);
	const counts = (key: MeasureKey, rows: typeof cohorts) =>
		rows.map(({ place, span, count }) => [placed(place, span, key), pieces(count)] as const);
	return new Map<string, Counted>([
		...[...interns, ...things].map((row) => [placed(row.place, row.span, row.indicator), row] as const),
		...counts('cohorts', cohorts),
		...counts('sites', sites),
		...counts(
			'free_seats',
			seats.map((row) => ({ ...row, span: spans.length - 1 }))
		)
	]);
}

function pieces(count: number): Counted {
	return { part: count, whole: count, people: 0 };
}

/** Deficits by whole fives of cards, and seats of today. */
async function countDeficits(db: Database, { places, spans, today }: Asked): Promise<CountedSummary> {
	const [needs, seats] = await Promise.all([
		Promise.all(spans.map((span) => demand(db, places, span))),
		supply(db, places, today)
	]);
	const titles = new Set([...needs.flat(), ...seats].map(({ title }) => title));
	const free = (title: string) => sum(seats.filter((one) => one.title === title).map((one) => one.seats));
	return {
		things: [...titles].map((title) => ({ key: title, title, note: null })),
		counted(title, span, key) {
			const own = (needs[span] ?? []).filter((one) => title === null || one.title === title);
			if (key === 'deficit_seats') return title === null ? undefined : pieces(free(title));
			if (key === 'deficit_needed')
				return told(
					own,
					({ needed }) => needed,
					({ people }) => people,
					({ people }) => people
				);
			return told(
				own,
				({ reduced }) => reduced,
				({ before }) => before,
				({ repeated }) => repeated
			);
		}
	};
}

type Need = Awaited<ReturnType<typeof demand>>[number];
type Part = (row: Need) => number | null;

/** Sums over whole fives; what was not told is not there. */
function told(rows: Need[], part: Part, whole: Part, people: Part): Counted {
	const over = (what: Part) => sum(rows.flatMap((row) => what(row) ?? []));
	return { part: over(part), whole: over(whole), people: over(people) };
}

function sum(numbers: number[]): number {
	return numbers.reduce((total, one) => total + one, 0);
}
