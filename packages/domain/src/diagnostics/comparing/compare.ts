import type { DeficitLevel } from '../../programmes/document.ts';
import type { DeficitRow } from '../deficit-card.ts';
import { fivesOf } from '../item-quality.ts';

export type Point = { score: number; max: number; percent: number; level: DeficitLevel };

/** One deficit at the start and at the end; `change` is in percentage points, `null` while there is no end. */
export type Change = { deficit: string; before: Point; after: Point | null; change: number | null };

/** The same questions scored by the same rules: nothing is compared that was not asked twice. */
export function compareCards(before: readonly DeficitRow[], after: readonly DeficitRow[] | null): Change[] {
	return before.map((row) => {
		const later = after?.find(({ deficit }) => deficit === row.deficit) ?? null;
		const change = later && Math.round((later.masteryPercent - row.masteryPercent) * 10) / 10;
		return { deficit: row.deficit, before: pointOf(row), after: later && pointOf(later), change };
	});
}

/** One card of a group with the repetition, where there was one. */
export type Pair = { before: readonly DeficitRow[]; after: readonly DeficitRow[] | null };
type Repeated = { before: readonly DeficitRow[]; after: readonly DeficitRow[] };

/** How many of those who are counted did not have the deficit, at the start and at the end. */
export type GroupChange = { deficit: string; before: number; after: number };

/**
 * What changed in a group: over whole groups of five in the order of their cards, once all five have repeated. Figures of
 * the start are told of the same fives, so nothing can be subtracted that leaves one person (R167). Points are not told,
 * so that nothing can be reckoned from these and the figures of questions.
 */
export function groupChange(
	deficits: readonly string[],
	cards: readonly Pair[]
): { counted: number; rows: GroupChange[] | null } {
	const told = repeatedFives(cards);
	const counted = told.length;
	if (counted === 0) return { counted, rows: null };
	const without = (rows: readonly DeficitRow[], deficit: string) =>
		rows.some((row) => row.deficit === deficit && !row.present);

	return {
		counted,
		rows: deficits.map((deficit) => ({
			deficit,
			before: told.filter(({ before }) => without(before, deficit)).length,
			after: told.filter(({ after }) => without(after, deficit)).length
		}))
	};
}

function repeatedFives(cards: readonly Pair[]): Repeated[] {
	return fivesOf(cards).flatMap((five) => {
		const repeated = five.flatMap(({ before, after }) => (after ? [{ before, after }] : []));
		return repeated.length === five.length ? repeated : [];
	});
}

function pointOf({ score, max, masteryPercent, level }: DeficitRow): Point {
	return { score, max, percent: masteryPercent, level };
}
