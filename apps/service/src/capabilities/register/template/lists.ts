import type { Document, Element } from '@xmldom/xmldom';
import { REGISTER_COLUMNS, type AllowedValues } from '@stazhirovka/domain/register';
import { fail } from '../../../shell/errors.ts';
import { documentIn } from './archive.ts';
import { within } from './elements.ts';
import { covers, lettersOf, rangeOf } from './references.ts';
import { cellsOf, placeOf, type Workbook } from './workbook.ts';

/** A list is read down to this many values. */
const LONGEST_LIST = 10_000;

/** The values that the workbook's own drop-down lists offer in each column, read from its hidden sheet. */
export function readLists(book: Workbook, sheet: Document, firstRow: number): AllowedValues {
	const lists = within(sheet, 'dataValidation').filter((one) => one.getAttribute('type') === 'list');
	const allowed: AllowedValues = {};
	for (const [at, [letter]] of REGISTER_COLUMNS.entries()) {
		const place = { column: at + 1, row: firstRow };
		const list = lists.find((one) => placesOf(one).some((range) => range !== null && covers(range, place)));
		if (!list) continue;
		const values = valuesOf(book, formulaOf(list));
		if (!values?.length) fail('faulty', 'register.template_list', { cell: `${letter}${firstRow}` });
		allowed[letter] = values;
	}
	return allowed;
}

function placesOf(validation: Element) {
	const inside = within(validation, 'sqref')[0]?.textContent;
	const places = validation.getAttribute('sqref') ?? inside ?? '';
	return places.trim().split(/\s+/).map(rangeOf);
}

function formulaOf(validation: Element): string {
	return (within(validation, 'formula1')[0]?.textContent ?? '').trim().replace(/^=/, '');
}

/** «"Да,Нет"», a range of a sheet, or a name that stands for one; null where it is none of these. */
function valuesOf(book: Workbook, formula: string): string[] | null {
	const quoted = /^"(.*)"$/s.exec(formula)?.[1];
	if (quoted !== undefined) return quoted.split(',').map((value) => value.trim());

	const place = placeOf(book.names.get(formula) ?? formula);
	const path = place && book.sheets.find(({ name }) => name === place.sheet)?.path;
	if (!place || !path) return null;
	const { text, rows } = cellsOf(documentIn(book.parts, path), book.sharedStrings);
	const { from, to } = place.range;
	const last = Math.min(to.row, Math.max(0, ...rows.keys()), from.row + LONGEST_LIST);
	const values: string[] = [];
	for (let row = from.row; row <= last; row += 1) {
		for (let column = from.column; column <= to.column; column += 1) {
			const value = text.get(`${lettersOf(column)}${row}`);
			if (value !== undefined) values.push(value);
		}
	}
	return values;
}
