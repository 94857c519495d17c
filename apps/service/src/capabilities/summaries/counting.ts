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
import { internFigures, siteCounts, siteFigures, type GroupedBy, type Places } from '../monitoring/index.ts';
import { countDeficitPlaces, countDeficits } from './counting-deficits.ts';
import { countListedSchools } from './counting-schools.ts';
import { countTutors } from './counting-tutors.ts';
import { cohortCounts, isPlace, seatCounts, THINGS } from './things-queries.ts';

type Asked = { places: Places; spans: Span[]; today: string };
type CountedSummary = { things: SummaryThing[]; counted: CountedAt };

/** Rows that are no places: each kind is counted in its own way. */
const COUNTS = {
	tutor: countTutors,
	deficit: countDeficits,
	deficit_place: countDeficitPlaces,
	school: countListedSchools
};

/**
 * What a definition counts: read from the stored figures of monitoring by its own statements, so that no number has a
 * second formula. Each thing, and all of them together, is counted by itself.
 */
export async function countSummary(
	db: Database,
	{ subject, measures }: SummaryDefinition,
	asked: Asked
): Promise<CountedSummary> {
	if (!isPlace(subject)) return COUNTS[subject](db, asked);
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
		bases.some((key) => measureOf(key).of === 'cohorts')
			? internFigures(db, places, { spans, today, by })
			: [],
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
