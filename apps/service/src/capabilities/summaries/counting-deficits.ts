import type { Database } from '@stazhirovka/db';
import type { Counted, Span } from '@stazhirovka/domain/indicators';
import type { CountedAt, MeasureKey, SummaryThing } from '@stazhirovka/domain/summaries';
import { demand, supply, type Places } from '../monitoring/index.ts';

type Asked = { places: Places; spans: Span[]; today: string };
type Need = Awaited<ReturnType<typeof demand>>[number];
type Seats = Awaited<ReturnType<typeof supply>>[number];
type Row = Pick<Need, 'title' | 'municipalityId' | 'municipality'>;
type Counts = { things: SummaryThing[]; counted: CountedAt };

/** Deficits by whole fives of cards, and seats of today. */
export function countDeficits(db: Database, asked: Asked): Promise<Counts> {
	return countBy(db, asked, ({ title }) => ({ key: title, title, note: null }));
}

/** The same by where the sites work: a cohort is in one municipality whole, so that fives stay fives (R167). */
export function countDeficitPlaces(db: Database, asked: Asked): Promise<Counts> {
	return countBy(db, asked, ({ title, municipalityId, municipality }) => ({
		...{ key: `${municipalityId ?? ''}${BETWEEN}${title}`, title },
		note: municipality ?? 'муниципалитет не указан'
	}));
}

const BETWEEN = '~';

/** The municipality and the deficit that a row is of. */
export function placeAndDeficit(key: string): { municipality: string; title: string } {
	const at = key.indexOf(BETWEEN);
	return { municipality: key.slice(0, Math.max(0, at)), title: key.slice(at + 1) };
}

async function countBy(
	db: Database,
	{ places, spans, today }: Asked,
	thingOf: (row: Row) => SummaryThing
): Promise<Counts> {
	const [needs, seats] = await Promise.all([
		Promise.all(spans.map((span) => demand(db, places, span))),
		supply(db, places, today)
	]);
	const rows = [...needs.flat(), ...seats];
	const things = new Map(rows.map((row) => [thingOf(row).key, thingOf(row)]));
	const of = (thing: string | null) => (row: Row) => thing === null || thingOf(row).key === thing;
	return {
		things: [...things.values()],
		counted: (thing, span, key) =>
			key === 'deficit_seats'
				? seatsOf(thing === null ? null : seats.filter(of(thing)))
				: needOf((needs[span] ?? []).filter(of(thing)), key)
	};
}

/** Seats of two deficits may be the same seats: all together they say nothing. */
function seatsOf(rows: Seats[] | null): Counted | undefined {
	if (rows === null) return undefined;
	const free = sum(rows.map(({ seats }) => seats));
	return { part: free, whole: free, people: 0 };
}

function needOf(rows: Need[], key: MeasureKey): Counted {
	return key === 'deficit_needed'
		? told(rows, { part: 'needed', whole: 'people', people: 'people' })
		: told(rows, { part: 'reduced', whole: 'before', people: 'repeated' });
}

type Column = 'needed' | 'people' | 'reduced' | 'before' | 'repeated';

/** Sums over whole fives; what was not told is not there. */
function told(rows: Need[], columns: Record<keyof Counted, Column>): Counted {
	const over = (column: Column) => sum(rows.flatMap((row) => row[column] ?? []));
	return { part: over(columns.part), whole: over(columns.whole), people: over(columns.people) };
}

function sum(numbers: number[]): number {
	return numbers.reduce((total, one) => total + one, 0);
}
