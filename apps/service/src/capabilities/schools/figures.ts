import type { SchoolsTogether } from '@stazhirovka/contract/schools';
import type { Database, Tx } from '@stazhirovka/db';
import {
	figureOf,
	SCHOOL_INDICATORS,
	type Counted,
	type Figure,
	type SchoolKey,
	type Span
} from '@stazhirovka/domain/indicators';
import type { SchoolScope } from './access.ts';
import { schoolCounts, type SchoolCounts, type SchoolsAsked } from './figures-queries.ts';

type SchoolFigures = Record<SchoolKey, Figure>;

/** What an indicator counts, of one row of counts. */
const COUNTED: Record<SchoolKey, (row: SchoolCounts) => Counted> = {
	school_participation: ({ teachers }) => ({ part: teachers, whole: teachers, people: teachers ?? 0 }),
	school_completion: ({ completed }) => ({ part: completed, whole: completed, people: completed ?? 0 }),
	school_events: ({ events }) => ({ part: events, whole: events, people: 0 }),
	school_dynamics: ({ better, changes }) => ({ part: better, whole: changes, people: 0 })
};

/** What was counted of a school, or of all together, in a span; undefined where no list names it. */
export type SchoolsCounted = {
	at: (school: string | null, span: number, key: SchoolKey) => Counted | undefined;
	row: (school: string | null, span: number) => SchoolCounts | undefined;
};

export async function countSchools(db: Database | Tx, asked: SchoolsAsked): Promise<SchoolsCounted> {
	const rows = await schoolCounts(db, asked);
	const row = (school: string | null, span: number) =>
		rows.find((one) => one.school === school && one.span === span);
	return {
		row,
		at(school, span, key) {
			const found = row(school, span);
			return found && COUNTED[key](found);
		}
	};
}

/** All figures of a school, or of all of them together. */
export function figuresAt({ at }: SchoolsCounted, school: string | null, span: number): SchoolFigures {
	const nothing = { part: 0, whole: 0, people: 0 };
	return Object.fromEntries(
		SCHOOL_INDICATORS.map((indicator) => [
			indicator.key,
			figureOf(indicator, at(school, span, indicator.key) ?? nothing)
		])
	) as SchoolFigures;
}

/** What is told of an indicator beside its figures. */
export function schoolIndicators() {
	return SCHOOL_INDICATORS.map(({ counts: _, ...words }) => words);
}

/** All listed schools of a scope in a span, beside the span before it. */
export async function schoolsTogether(
	db: Database | Tx,
	scope: SchoolScope,
	{ now, before }: { now: Span; before: Span }
): Promise<SchoolsTogether> {
	const counted = await countSchools(db, { scope, spans: [now, before] });
	return {
		indicators: schoolIndicators(),
		listed: counted.row(null, 0)?.listed ?? 0,
		figures: figuresAt(counted, null, 0),
		before: figuresAt(counted, null, 1)
	};
}
