import { longDate } from '@stazhirovka/domain/certificates';
import { isCalendarDate } from '@stazhirovka/domain/calendar';
import type { Answer, Column, Field, FormDefinition } from '@stazhirovka/domain/forms';
import { escaped } from './page.ts';

type Cells = { columns: string[]; rows: string[][] };

/** A filled form in words. What was not answered is left out; files are named by `fileNames`, by their ids. */
export function answerHtml(
	{ sections }: FormDefinition,
	answer: Answer,
	fileNames: ReadonlyMap<string, string>
): string {
	return sections
		.map(({ title, fields }) => {
			const answered = fields.map((field) => fieldHtml(field, answer[field.key], fileNames)).join('');
			return answered && `${title ? `<h2>${escaped(title)}</h2>` : ''}${answered}`;
		})
		.join('\n');
}

function fieldHtml(field: Field, value: unknown, fileNames: ReadonlyMap<string, string>): string {
	const grid = gridOf(field, value);
	const words = grid
		? tableHtml(grid)
		: linesOf(field, value, fileNames)
				.map((line) => `<p>${escaped(line)}</p>`)
				.join('');
	return words && `<h3>${escaped(field.label)}</h3>${words}`;
}

function linesOf(field: Field, value: unknown, fileNames: ReadonlyMap<string, string>): string[] {
	if (value === undefined || value === null || value === '') return [];
	switch (field.kind) {
		case 'scale':
			return field.levels.filter((level) => level.value === value).map(({ label }) => label);
		case 'singleChoice':
		case 'gradedChoice':
		case 'multipleChoice':
		case 'ordering':
			return listed(value).map((item) => field.options.find((one) => one.value === item)?.label ?? item);
		case 'numbers':
			return listed(value).length ? [listed(value).map(decimal).join('; ')] : [];
		case 'file':
			return listed(value).flatMap((id) => fileNames.get(id) ?? []);
		case 'period': {
			const { from, to } = value as { from: string | null; to: string | null };
			return [[from, to].flatMap((day) => (day ? [dayText(day)] : [])).join(' – ')].filter(Boolean);
		}
		case 'date':
			return [dayText(String(value))];
		default:
			return [decimal(String(value))];
	}
}

function gridOf(field: Field, value: unknown): Cells | null {
	if (field.kind === 'matrix') {
		const cells = (value ?? {}) as Record<string, Record<string, number | null>>;
		const level = (row: string, column: string) =>
			field.levels.find((known) => known.value === cells[row]?.[column])?.label ?? '';
		return {
			columns: ['', ...field.columns.map(({ label }) => label)],
			rows: field.rows.map((row) => [
				row.label,
				...field.columns.map((column) => level(row.value, column.value))
			])
		};
	}
	if (field.kind !== 'table') return null;
	const rows = (Array.isArray(value) ? value : []) as Record<string, unknown>[];
	return {
		columns: field.columns.map(({ label }) => label),
		rows: rows.map((row) => field.columns.map((column) => cellText(column, row[column.key])))
	};
}

/** A table of words; nothing where there is no row. */
export function tableHtml({ columns, rows }: Cells): string {
	if (rows.length === 0) return '';
	const row = (tag: string, cells: string[]) =>
		`<tr>${cells.map((cell) => `<${tag}>${escaped(cell)}</${tag}>`).join('')}</tr>`;
	return `<table><thead>${row('th', columns)}</thead><tbody>${rows.map((cells) => row('td', cells)).join('')}</tbody></table>`;
}

function cellText(column: Column, value: unknown): string {
	if (value === undefined || value === null) return '';
	if (column.kind === 'date') return dayText(String(value));
	if (column.kind !== 'singleChoice')
		return typeof value === 'number' ? decimal(String(value)) : String(value);
	return column.options.find((option) => option.value === value)?.label ?? String(value);
}

function dayText(day: string): string {
	return isCalendarDate(day) ? longDate(day) : day;
}

/** A number has a comma; other text is left as it is. */
function decimal(text: string): string {
	return /^-?\d+\.\d+$/.test(text) ? text.replace('.', ',') : text;
}

function listed(value: unknown): string[] {
	return (Array.isArray(value) ? value : [value]).map(String);
}
