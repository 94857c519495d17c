import type { GroupRow } from '@stazhirovka/contract/cohorts';
import { GROUP_COLUMNS, type GroupColumn } from '@stazhirovka/domain/cohorts';
import { textOf } from '#lib/server/form-text.ts';

/**
 * The list as the page holds it, with what was typed into its faulty rows: nothing of it is kept on the server until it
 * is confirmed. The service judges every row anew, so a list that was tampered with is only a list with other faults.
 */
export function typedRows(data: FormData): GroupRow[] {
	return readList(textOf(data, 'rows')).map((row) => {
		const typed = GROUP_COLUMNS.filter((column) => data.has(cellName(row.row, column)));
		const cells = Object.fromEntries(
			typed.map((column) => [column, textOf(data, cellName(row.row, column)).slice(0, 1000)])
		);
		const formulas = row.formulas.filter((column) => !typed.includes(column) || cells[column] === '');
		return { ...row, ...cells, formulas };
	});
}

/** What the field of one cell is called. */
function cellName(row: number, column: GroupColumn): string {
	return `${column}.${row}`;
}

function readList(json: string): GroupRow[] {
	try {
		const list: unknown = JSON.parse(json);
		return Array.isArray(list) ? (list as GroupRow[]).filter(isRow) : [];
	} catch {
		return [];
	}
}

function isRow(value: unknown): value is GroupRow {
	const row = Object(value) as Record<string, unknown>;
	return (
		Number.isInteger(row.row) &&
		Array.isArray(row.formulas) &&
		GROUP_COLUMNS.every((column) => typeof row[column] === 'string')
	);
}
