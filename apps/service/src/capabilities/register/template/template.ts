import type { Document, Element } from '@xmldom/xmldom';
import {
	REGISTER_COLUMNS,
	REGISTER_SHEET,
	type AllowedValues,
	type RegisterRow
} from '@stazhirovka/domain/register';
import { fail } from '../../../shell/errors.ts';
import { documentIn, repack } from './archive.ts';
import { childrenOf, within } from './elements.ts';
import { readLists } from './lists.ts';
import { columnOf } from './references.ts';
import { cellsOf, openWorkbook, type Cells, type Workbook } from './workbook.ts';

/** The list sheet of the official workbook. */
const LISTS_SHEET = 'Проверки';
const HEADINGS_WITHIN_ROWS = 20;

type Template = { book: Workbook; path: string; sheet: Document; cells: Cells; firstRow: number };

/** What the uploaded workbook allows (X4). Refused with the name of the cell where it is not the template that we know. */
export function readTemplate(bytes: Uint8Array): { allowed: AllowedValues } {
	const { book, sheet, firstRow } = openTemplate(bytes);
	return { allowed: readLists(book, sheet, firstRow) };
}

/** The same workbook with these rows written under the headings; nothing else in it is touched. */
export function fillTemplate(bytes: Uint8Array, rows: readonly RegisterRow[]): Buffer {
	const { book, path, sheet, cells, firstRow } = openTemplate(bytes);
	const [data] = within(sheet, 'sheetData');
	const pattern = cells.rows.get(firstRow);
	const styles = new Map(
		pattern && childrenOf(pattern, 'c').map((cell) => [lettersIn(cell), cell.getAttribute('s')])
	);
	rows.forEach((row, at) => {
		const number = firstRow + at;
		const element = cells.rows.get(number) ?? insertRow(data as Element, number);
		for (const [letter] of REGISTER_COLUMNS) {
			if (row[letter] !== '') write(element, `${letter}${number}`, row[letter], styles.get(letter) ?? null);
		}
	});
	return repack(book.parts, path, sheet);
}

function openTemplate(bytes: Uint8Array): Template {
	const book = openWorkbook(bytes);
	const shown = book.sheets.filter(({ visible }) => visible);
	const { path } = book.sheets.find(({ name }) => name === REGISTER_SHEET) ?? absent(REGISTER_SHEET);
	const lists = book.sheets.find(({ name }) => name === LISTS_SHEET) ?? absent(LISTS_SHEET);
	if (shown.length !== 1 || lists.visible) fail('faulty', 'register.template_sheets');

	const sheet = documentIn(book.parts, path);
	const cells = cellsOf(sheet, book.sharedStrings);
	const firstRow = requireHeadings(cells) + 1;
	requireEmpty(cells, firstRow);
	return { book, path, sheet, cells, firstRow };
}

function absent(name: string): never {
	return fail('faulty', 'register.template_no_sheet', { limit: name });
}

/** The row of the forty headings, each in its own column. */
function requireHeadings({ text }: Cells): number {
	const [[firstLetter, firstHeading]] = REGISTER_COLUMNS;
	const row =
		Array.from({ length: HEADINGS_WITHIN_ROWS }, (_, at) => at + 1).find(
			(number) => folded(text.get(`${firstLetter}${number}`)) === folded(firstHeading)
		) ?? fail('faulty', 'register.template_heading', { cell: 'A1', limit: firstHeading });
	for (const [letter, heading] of REGISTER_COLUMNS) {
		const cell = `${letter}${row}`;
		if (folded(text.get(cell)) !== folded(heading))
			fail('faulty', 'register.template_heading', { cell, limit: heading });
	}
	return row;
}

/** The template comes as it was given out: rows of somebody else would be uploaded once more. */
function requireEmpty({ text }: Cells, firstRow: number): void {
	for (const place of text.keys()) {
		const [, letters = '', row] = /^([A-Z]+)(\d+)$/.exec(place) ?? [];
		if (Number(row) >= firstRow && columnOf(letters) <= REGISTER_COLUMNS.length)
			fail('faulty', 'register.template_not_empty', { cell: place });
	}
}

function folded(text = ''): string {
	return text.replace(/\s+/g, '').toLowerCase().replaceAll('ё', 'е');
}

function lettersIn(cell: Element): string {
	return (cell.getAttribute('r') ?? '').replace(/\d+$/, '');
}

function insertRow(data: Element, number: number): Element {
	const row = made(data, 'row', { r: String(number) });
	const after = childrenOf(data, 'row').find((other) => Number(other.getAttribute('r')) > number);
	data.insertBefore(row, after ?? null);
	return row;
}

/** Text in the cell itself, with the style that stands there: the shared strings stay as they are. */
function write(row: Element, place: string, value: string, style: string | null): void {
	const column = columnOf(place.replace(/\d+$/, ''));
	const cells = childrenOf(row, 'c');
	let cell = cells.find((one) => one.getAttribute('r') === place);
	if (!cell) {
		cell = made(row, 'c', { r: place, ...(style !== null && { s: style }) });
		row.insertBefore(cell, cells.find((one) => columnOf(lettersIn(one)) > column) ?? null);
	}
	while (cell.firstChild) cell.removeChild(cell.firstChild);
	cell.setAttribute('t', 'inlineStr');
	const string = made(cell, 'is', {});
	const text = made(cell, 't', {});
	text.textContent = value;
	string.appendChild(text);
	cell.appendChild(string);
}

/** An element in the namespace and with the prefix of its parent. */
function made(parent: Element, name: string, attributes: Record<string, string>): Element {
	const owner = parent.ownerDocument as Document;
	const element = owner.createElementNS(
		parent.namespaceURI,
		parent.prefix ? `${parent.prefix}:${name}` : name
	);
	for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
	return element;
}
