import type { Field, Level } from '@stazhirovka/domain/forms';

const ROWS = 6;
const LONG_LINES = 4;

/** What is ticked, circled or numbered by hand. */
export function boxesOf(field: Field): string[] {
	switch (field.kind) {
		case 'singleChoice':
		case 'multipleChoice':
		case 'gradedChoice':
		case 'ordering':
			return field.options.map(({ label }) => label);
		case 'scale':
			return field.levels.map(({ label }) => label);
		default:
			return [];
	}
}

/** Lines to write on. */
export function linesFor(field: Field): number {
	return field.kind === 'longText' ? LONG_LINES : 1;
}

/** Rows of a table to fill by hand: never fewer than the form asks for. */
export function rowsFor({ minRows = 0 }: { minRows?: number }): number {
	return Math.max(ROWS, minRows);
}

/** «0 – нет связи; 1 – возможна»: what to write into a cell. */
export function levelKey(levels: Level[]): string {
	return levels.map(({ value, label }) => `${value ?? '–'} – ${label}`).join('; ');
}
