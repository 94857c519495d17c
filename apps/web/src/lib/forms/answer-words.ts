import type { FileInfo } from '@stazhirovka/contract/files';
import type { Column, Field } from '@stazhirovka/domain/forms';
import { m } from '#lib/paraglide/messages.js';
import { dayText, periodText } from '#lib/shell/dates.ts';
import type { Matrix, Period, Row } from './kinds.ts';
import { writeNumber } from './numbers.ts';

export type Grid = { columns: string[]; rows: { title: string; cells: string[] }[] };

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A value in words, a line for each item; nothing answered is no line. */
export function linesOf(field: Field, value: unknown): string[] {
	if (value === undefined || value === '') return [];

	switch (field.kind) {
		case 'scale':
			return field.levels.filter((level) => level.value === value).map(({ label }) => label);
		case 'singleChoice':
		case 'gradedChoice':
		case 'multipleChoice':
		case 'ordering':
			return listed(value).map(
				(item) => field.options.find((option) => option.value === item)?.label ?? item
			);
		case 'numbers':
			return Array.isArray(value) && value.length ? [value.map(writeNumber).join('; ')] : [];
		case 'file':
			return [];
		case 'period':
			return periodLines(value as Period | null);
		case 'date':
			return value === null ? [] : [day(String(value))];
		default:
			return value === null ? [] : [writeNumber(value)];
	}
}

/** Matrices and tables are read as tables; null for everything else. */
export function gridOf(field: Field, value: unknown): Grid | null {
	if (field.kind === 'matrix') {
		const cells = (value ?? {}) as Matrix;
		const level = (row: string, column: string) =>
			field.levels.find((known) => known.value === cells[row]?.[column])?.label ?? m.forms_empty();

		return {
			columns: field.columns.map(({ label }) => label),
			rows: field.rows.map((row) => ({
				title: row.label,
				cells: field.columns.map((column) => level(row.value, column.value))
			}))
		};
	}
	if (field.kind !== 'table') return null;

	const rows = (Array.isArray(value) ? value : []) as Row[];
	return {
		columns: field.columns.map(({ label }) => label),
		rows: rows.map((row, at) => ({
			title: String(at + 1),
			cells: field.columns.map((column) => cell(column, row[column.key]))
		}))
	};
}

type Stored = { id: string; name: string; withheld: boolean };

export function filesIn(field: Field, value: unknown, files: FileInfo[]): Stored[] {
	if (field.kind !== 'file') return [];
	const known = (id: string) => files.find((file) => file.id === id);

	return listed(value).map((id) => {
		const { name = m.forms_file_unknown(), withheld = false } = known(id) ?? {};
		return { id, name, withheld };
	});
}

function cell(column: Column, value: unknown): string {
	if (value === undefined || value === null || value === '') return m.forms_empty();
	if (column.kind === 'date') return day(String(value));
	if (column.kind !== 'singleChoice') return writeNumber(value);

	return column.options.find((option) => option.value === value)?.label ?? String(value);
}

function periodLines(period: Period | null): string[] {
	if (period?.from && period.to && DAY.test(period.from) && DAY.test(period.to)) {
		return [periodText(period.from, period.to)];
	}
	return [period?.from, period?.to]
		.filter((end) => typeof end === 'string' && end !== '')
		.map((end) => day(String(end)));
}

function listed(value: unknown): string[] {
	if (Array.isArray(value)) return value.filter((item) => item !== null).map(String);
	return value === null || value === undefined || value === '' ? [] : [String(value)];
}

function day(text: string): string {
	return DAY.test(text) ? dayText(text) : text;
}
