import type { Database } from '@stazhirovka/db';
import type { Counted, Span } from '@stazhirovka/domain/indicators';
import type { CountedAt, MeasureKey, SummaryThing } from '@stazhirovka/domain/summaries';
import { internFigures, namesOfTutors, tutorFigures, tutorLoads, type Places } from '../monitoring/index.ts';

type Asked = { places: Places; spans: Span[]; today: string };
type Row = Awaited<ReturnType<typeof tutorFigures>>[number];

/**
 * Tutors of the places: whom they have today, how fast and how often in time they have checked (R75). All of them together
 * answer as the sites do.
 */
export async function countTutors(
	db: Database,
	asked: Asked
): Promise<{ things: SummaryThing[]; counted: CountedAt }> {
	const [rows, loads, all] = await Promise.all([
		tutorFigures(db, asked),
		tutorLoads(db, asked),
		internFigures(db, asked.places, { ...asked, by: 'everything' })
	]);
	const ids = [...new Set([...rows, ...loads].map(({ tutor }) => tutor))];
	const names = await namesOfTutors(db, ids);
	const figures = new Map(rows.map((row) => [`${row.span} ${row.tutor}`, row]));
	return {
		things: names.map(({ id, title, position }) => ({ key: id, title, note: position })),
		counted(thing, span, key) {
			if (key === 'tutor_interns') return loadOf(loads, thing);
			if (thing === null) return all.find((row) => row.span === span && row.indicator === key);
			const row = figures.get(`${span} ${thing}`);
			return row && counted(row, key);
		}
	};
}

function counted({ people, checked, inTime, median }: Row, key: MeasureKey): Counted {
	return { part: key === 'tutor_response' ? median : inTime, whole: checked, people };
}

function loadOf(loads: { tutor: string; interns: number }[], thing: string | null): Counted {
	const own = loads.filter(({ tutor }) => thing === null || tutor === thing);
	const count = own.reduce((sum, { interns }) => sum + interns, 0);
	return { part: count, whole: count, people: 0 };
}
