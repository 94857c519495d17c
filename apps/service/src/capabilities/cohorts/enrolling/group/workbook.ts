import {
	GROUP_COLUMNS,
	GROUP_HEADINGS,
	MOST_ROWS,
	type GroupColumn,
	type GroupRow
} from '@stazhirovka/domain/cohorts';
import { AppError, fail, faulty } from '../../../../shell/errors.ts';
import { cellsOf, childrenOf, documentIn, openWorkbook, TooLarge } from '../../../register/index.ts';

/** A workbook with some hundred people is far less; more is not even read: a small archive may hold a great file. */
const LIMITS = { bytes: 4 * 1_048_576, tags: 150_000 };
const HEADING_WITHIN = 20;

/**
 * People of the first visible sheet, by its headings. Refuses with `group.not_a_workbook`, `group.macros`,
 * `group.too_large`, `group.headings` (which are missing), `group.too_many_rows`, `group.empty`. Formulas are no text:
 * their cells are told of, whatever they had counted.
 */
export function readRows(bytes: Uint8Array): GroupRow[] {
	const book = open(bytes);
	if (Object.keys(book.parts).some((name) => /vbaProject|\/macrosheets\//i.test(name)))
		fail('faulty', 'group.macros');
	const sheet = book.sheets.find(({ visible }) => visible) ?? fail('faulty', 'group.not_a_workbook');

	const { text, rows } = readSheet(() =>
		cellsOf(documentIn(book.parts, sheet.path, LIMITS), book.sharedStrings)
	);
	const { at, columns } = headings(text, [...rows.keys()]);
	const below = [...rows].filter(([number]) => number > at).toSorted(([a], [b]) => a - b);
	const found = below.flatMap(([number, element]) => {
		const formulas = new Set(
			childrenOf(element, 'c')
				.filter((cell) => childrenOf(cell, 'f').length > 0)
				.map((cell) => lettersIn(cell.getAttribute('r') ?? ''))
		);
		const row = rowOf(number, columns, text, formulas);
		return GROUP_COLUMNS.some((column) => row[column] !== '') || row.formulas.length ? [row] : [];
	});
	if (found.length === 0) fail('faulty', 'group.empty');
	if (found.length > MOST_ROWS) fail('faulty', 'group.too_many_rows', { limit: MOST_ROWS });
	return found;
}

function open(bytes: Uint8Array): ReturnType<typeof openWorkbook> {
	return readSheet(() => openWorkbook(bytes, LIMITS));
}

/** Whatever a broken or a hostile file makes the reader stumble over, it is no workbook. */
function readSheet<T>(read: () => T): T {
	try {
		return read();
	} catch (error) {
		if (error instanceof TooLarge) fail('faulty', 'group.too_large');
		if (error instanceof AppError || error instanceof Error) fail('faulty', 'group.not_a_workbook');
		throw error;
	}
}

/** The row with the headings, and the letters of the columns. */
function headings(text: ReadonlyMap<string, string>, numbers: number[]) {
	const wanted = new Map(GROUP_COLUMNS.map((column) => [fold(GROUP_HEADINGS[column]), column]));
	for (const at of numbers.filter((number) => number <= HEADING_WITHIN).toSorted((a, b) => a - b)) {
		const columns = new Map<GroupColumn, string>();
		for (const [place, value] of text) {
			const column = numberIn(place) === at ? wanted.get(fold(value)) : undefined;
			if (column && !columns.has(column)) columns.set(column, lettersIn(place));
		}
		if (columns.has('surname') && columns.has('givenName') && columns.has('email')) return { at, columns };
	}
	const lacking = ['surname', 'givenName', 'email'] as const;
	return faulty('group.headings', {
		limit: lacking.map((column) => `«${GROUP_HEADINGS[column]}»`).join(', ')
	});
}

function rowOf(
	number: number,
	columns: ReadonlyMap<GroupColumn, string>,
	text: ReadonlyMap<string, string>,
	formulas: ReadonlySet<string>
): GroupRow {
	const cell = (column: GroupColumn) => clean(text.get(`${columns.get(column) ?? '-'}${number}`) ?? '');
	const counted = GROUP_COLUMNS.filter((column) => formulas.has(columns.get(column) ?? '-'));
	const [surname, givenName, patronymic, email, position, organisation] = GROUP_COLUMNS.map((column) =>
		counted.includes(column) ? '' : cell(column)
	) as [string, string, string, string, string, string];
	return { row: number, surname, givenName, patronymic, email, position, organisation, formulas: counted };
}

/** One line, no control characters, no spaces around. */
function clean(value: string): string {
	return value
		.normalize('NFC')
		.replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\s]+/gu, ' ')
		.trim()
		.slice(0, 1000);
}

function fold(value: string): string {
	return clean(value).toLowerCase().replaceAll('ё', 'е').replace(/[*:]/g, '').trim();
}

function lettersIn(place: string): string {
	return place.replace(/\d+$/, '');
}

function numberIn(place: string): number {
	return Number(/\d+$/.exec(place)?.[0] ?? 0);
}
