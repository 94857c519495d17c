import type { DeficitLevel } from '../../programmes/document.ts';
import type { DeficitRow } from '../deficit-card.ts';
import { countable } from '../item-quality.ts';

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

export type Pair = { before: readonly DeficitRow[]; after: readonly DeficitRow[] };

/** How many of those who are counted did not have the deficit, at the start and at the end. */
export type GroupChange = { deficit: string; before: number; after: number };

/**
 * What changed in a group, over whole groups of five in the order in which the ends came in: two looks differ by five
 * people or by none (R167). Points are not told, so that nothing can be reckoned from these and the figures of questions.
 */
export function groupChange(
	deficits: readonly string[],
	pairs: readonly Pair[]
): { counted: number; rows: GroupChange[] | null } {
	const counted = countable(pairs.length);
	if (counted === 0) return { counted, rows: null };
	const told = pairs.slice(0, counted);
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

function pointOf({ score, max, masteryPercent, level }: DeficitRow): Point {
	return { score, max, percent: masteryPercent, level };
}
