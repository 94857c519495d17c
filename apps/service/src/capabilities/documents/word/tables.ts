import type { Grif, Party, Signature, Words } from '@stazhirovka/domain/documents';
import {
	AlignmentType,
	HeightRule,
	Paragraph,
	Table,
	TableBorders,
	TableCell,
	TableLayoutType,
	TableRow,
	VerticalAlignTable,
	WidthType,
	type ITableCellOptions,
	type ITableRowOptions
} from 'docx';
import type { Outlined } from '../outline.ts';
import { softened } from './syllables.ts';
import { runs } from './words.ts';

type Of<K extends Outlined['kind']> = Extract<Outlined, { kind: K }>;

/** A row that is filled by hand is higher than a printed one. */
const ROOM = { value: 480, rule: HeightRule.ATLEAST };
const LINE = '_'.repeat(16);
/** Margins of a cell, and a letter of small bold print, in twentieths of a point. */
const SIDE = 80;
const DENSE_LETTER = 108;

/** A table whose heads stand on every page. */
export function grid(table: Of<'table'>, width: number): Table {
	if (table.dense) return denseGrid(table, width);
	const { columns, rows } = table;
	const widths = columnWidths(columns, width);
	const head = columns.map(({ title }, n) => cell([bold(title, AlignmentType.CENTER)], widths[n] ?? 0));
	const body = rows.map((row) =>
		rowOf(
			row.map((text, n) => cell([line(text, columns[n]?.align === 'centre')], widths[n] ?? 0)),
			row.length > 1 && row.slice(1).every((text) => text === '') ? { height: ROOM } : {}
		)
	);
	return tableOf(widths, [rowOf(head, { tableHeader: true, cantSplit: true }), ...body]);
}

/** In small print; a word too long for its column is hyphenated, where Word would break it after any letter. */
function denseGrid({ columns, rows }: Of<'table'>, width: number): Table {
	const widths = columnWidths(columns, width);
	const small = (text: Words, n: number, options: { bold?: true } = {}) => {
		const size = widths[n] ?? 0;
		const alignment =
			options.bold || columns[n]?.align === 'centre' ? AlignmentType.CENTER : AlignmentType.LEFT;
		const children = runs(softened(text, Math.floor((size - 2 * SIDE) / DENSE_LETTER)), options);
		return cell([new Paragraph({ style: 'Dense', alignment, children })], size);
	};
	const head = columns.map(({ title }, n) => small(title, n, { bold: true }));
	return tableOf(widths, [
		rowOf(head, { tableHeader: true, cantSplit: true }),
		...rows.map((row) =>
			rowOf(
				row.map((text, n) => small(text, n)),
				{ cantSplit: true }
			)
		)
	]);
}

function columnWidths(columns: Of<'table'>['columns'], width: number): number[] {
	return shares(
		columns.map(({ share = 1 }) => share),
		width
	);
}

/** Questions at the left, what is said about them at the right. */
export function pairs({ facts }: Of<'facts'>, width: number): Table {
	const widths = shares([2, 3], width);
	const rows = facts.map(({ label, value }) =>
		rowOf([cell([line(label)], widths[0] ?? 0), cell([line(value)], widths[1] ?? 0)])
	);
	return tableOf(widths, rows);
}

export function signatureRows({ signatures }: Of<'signatures'>, width: number): Table {
	const widths = shares([3, 2, 3], width);
	const rows = signatures.map(({ position, name, day }) => {
		const left = [line(position), ...(day === undefined ? [] : [line(day)])];
		return [left, [line(LINE)], [line(name ?? '')]];
	});
	return unruled(widths, rows);
}

export function placeRow({ day, place, number }: Of<'place'>, width: number): Table {
	const cells = [line(day), line(place ?? '', true), line(number ?? '', false, AlignmentType.RIGHT)];
	return unruled(shares([1, 1, 1], width), [cells.map((one) => [one])]);
}

export function grifRow({ left, right }: Of<'grifs'>, width: number): Table {
	return unruled(shares([1, 1], width), [[grif(left), grif(right)]]);
}

export function partyRow({ left, right }: Of<'parties'>, width: number): Table {
	return unruled(shares([1, 1], width), [[party(left), party(right)]]);
}

function grif(mark: Grif | null): Paragraph[] {
	if (!mark) return [line('')];
	const { word, lines, name, day } = mark;
	return [line(word), ...lines.map((text) => line(text)), signed(name), line(day)];
}

function party({ title, lines, signature }: Party): Paragraph[] {
	return [
		bold(title),
		...lines.map((text) => line(text)),
		line(''),
		line(signature.position),
		signed(signature.name),
		line('М.\u00a0П.')
	];
}

function signed(name: Signature['name']): Paragraph {
	return new Paragraph({ style: 'Cell', children: [...runs(`${LINE} `), ...runs(name ?? '')] });
}

function line(
	text: Words,
	centred = false,
	alignment: (typeof AlignmentType)[keyof typeof AlignmentType] = AlignmentType.LEFT
): Paragraph {
	return new Paragraph({
		style: 'Cell',
		alignment: centred ? AlignmentType.CENTER : alignment,
		children: runs(text)
	});
}

function bold(
	text: string,
	alignment: (typeof AlignmentType)[keyof typeof AlignmentType] = AlignmentType.LEFT
): Paragraph {
	return new Paragraph({ style: 'Cell', alignment, children: runs(text, { bold: true }) });
}

/** Widths in twentieths of a point, whole, together the width of the page between its margins. */
function shares(parts: number[], width: number): number[] {
	const sum = parts.reduce((total, part) => total + part, 0);
	return parts.map((part) => Math.floor((width * part) / sum));
}

function cell(children: Paragraph[], size: number, more: Partial<ITableCellOptions> = {}): TableCell {
	const margins = { top: 40, bottom: 40, left: SIDE, right: SIDE };
	return new TableCell({ children, width: { size, type: WidthType.DXA }, margins, ...more });
}

function rowOf(children: TableCell[], more: Partial<ITableRowOptions> = {}): TableRow {
	return new TableRow({ children, ...more });
}

function tableOf(
	columnWidths: number[],
	rows: TableRow[],
	more: { borders?: typeof TableBorders.NONE } = {}
): Table {
	const size = columnWidths.reduce((total, width) => total + width, 0);
	return new Table({
		rows,
		columnWidths,
		width: { size, type: WidthType.DXA },
		layout: TableLayoutType.FIXED,
		...more
	});
}

/** For what only stands side by side. */
function unruled(widths: number[], rows: Paragraph[][][]): Table {
	const cells = rows.map((row) =>
		rowOf(row.map((children, n) => cell(children, widths[n] ?? 0, { verticalAlign: VerticalAlignTable.TOP })))
	);
	return tableOf(widths, cells, { borders: TableBorders.NONE });
}
