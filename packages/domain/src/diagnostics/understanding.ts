import type { UnderstandingRules } from '../programmes/rules.ts';

/** Level «связано» of the correlation card. */
const RELATED = 2;

export type Understanding = { score: number; max: number; level: string | null };

/**
 * The intern's understanding by the correlation card (R85): a row is right when every function of the key is marked
 * «связано» and no more than `maxExtra` others are. Cells that are not marks count as unmarked.
 */
export function understanding(rules: UnderstandingRules, matrix: unknown): Understanding {
	const rows = Object.entries(rules.key);
	const score = rows.filter(([row, key]) => isRight(key, rules.maxExtra, marksOf(matrix, row))).length;

	return { score, max: rows.length, level: rules.levels.find(({ min }) => score >= min)?.label ?? null };
}

function isRight(key: string[], maxExtra: number, marked: string[]): boolean {
	const extra = marked.filter((column) => !key.includes(column)).length;
	return key.every((column) => marked.includes(column)) && extra <= maxExtra;
}

function marksOf(matrix: unknown, row: string): string[] {
	return Object.entries(recordAt(matrix, row)).flatMap(([column, level]) =>
		level === RELATED ? [column] : []
	);
}

function recordAt(value: unknown, key: string): object {
	if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return {};
	const found = (value as Record<string, unknown>)[key];
	return typeof found === 'object' && found !== null ? found : {};
}
