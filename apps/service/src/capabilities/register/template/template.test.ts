import { REGISTER_COLUMNS, type RegisterRow } from '@stazhirovka/domain/register';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { LISTS, registerTemplate } from '../../../testing/register-template.ts';
import { zip } from '../../../testing/sample-files.ts';
import { fillTemplate, readTemplate } from './template.ts';
import { cellsOf, openWorkbook } from './workbook.ts';
import { documentIn } from './archive.ts';
import { lettersOf, columnOf, rangeOf } from './references.ts';

const SHEET = 'xl/worksheets/sheet1.xml';
const rowOf = (values: Partial<RegisterRow>) =>
	Object.fromEntries(REGISTER_COLUMNS.map(([letter]) => [letter, values[letter] ?? ''])) as RegisterRow;
const rows = [
	rowOf({ A: 'Удостоверение о повышении квалификации', K: 'Урок "А & Б" <1>', H: '26.02.2027', AN: '' }),
	rowOf({ A: 'Удостоверение о повышении квалификации', AA: '112-233-445 95', AM: 'Тихоновна' })
];

test('X4: allowed values come from the hidden sheet through defined names, and from lists in the formula', () => {
	const { allowed } = readTemplate(registerTemplate());
	expect(allowed).toEqual({ ...LISTS, D: ['Да', 'Нет'], E: ['Да', 'Нет'] });
});

test('X4: only cells under the headings change: every other part is the same to the byte', () => {
	const template = registerTemplate();
	const filled = fillTemplate(template, rows);
	const [before, after] = [unzipSync(template), unzipSync(filled)];

	expect(Object.keys(after)).toEqual(Object.keys(before));
	for (const name of Object.keys(before)) {
		if (name !== SHEET) expect([name, Buffer.from(after[name]!)]).toEqual([name, Buffer.from(before[name]!)]);
	}
	const outside = (parts: Record<string, Uint8Array>) =>
		strFromU8(parts[SHEET]!).replace(/<row r="(?!1")\d+".*?<\/row>/gs, '');
	expect(outside(after)).toBe(outside(before));
	expect(outside(after)).toContain('<sheetProtection password="CC1A" sheet="1" objects="1" scenarios="1"/>');
	expect(fillTemplate(template, rows).equals(filled)).toBe(true);
});

test('X4: what was written is read back, in the style of its column and in the order of places', () => {
	const filled = fillTemplate(registerTemplate(), rows);
	const book = openWorkbook(filled);
	const { text } = cellsOf(documentIn(book.parts, SHEET), book.sharedStrings);
	const written = [...text].filter(([place]) => !/^[A-Z]+1$/.test(place));
	expect(Object.fromEntries(written)).toEqual({
		...{ A2: rows[0]?.A, H2: '26.02.2027', K2: 'Урок "А & Б" <1>' },
		...{ A3: rows[1]?.A, AA3: '112-233-445 95', AM3: 'Тихоновна' }
	});
	const xml = strFromU8(unzipSync(filled)[SHEET]!);
	expect(xml).toContain('<c r="A3" s="2" t="inlineStr">');
	expect(xml.match(/<row r="(\d+)"/g)).toEqual(['<row r="1"', '<row r="2"', '<row r="3"', '<row r="9"']);
	expect(() => readTemplate(filled)).toThrow('register.template_not_empty');
});

test.each([
	['another heading', { headings: { K: 'Название' } }, 'register.template_heading', { cell: 'K1' }],
	[
		'a cell that is filled',
		{ cells: '<c r="B2"><v>7</v></c>' },
		'register.template_not_empty',
		{ cell: 'B2' }
	],
	['a list that is nowhere', { names: { AB: 'Иное!$A$1:$A$3' } }, 'register.template_list', { cell: 'AB2' }],
	[
		'a list that is empty',
		{ names: { AB: 'Проверки!$Z$1:$Z$3' } },
		'register.template_list',
		{ cell: 'AB2' }
	],
	['lists in plain sight', { state: 'visible' }, 'register.template_sheets', undefined]
])('X4: %s is refused by the name of its cell', (_, changes, code, details) => {
	const refusal = (() => {
		try {
			return readTemplate(registerTemplate(changes));
		} catch (error) {
			return error;
		}
	})();
	expect(refusal).toMatchObject({ problem: { code, ...(details && { details }) } });
});

test.each([
	['words', Buffer.from('Таблица')],
	['an archive of something else', zip({ 'word/document.xml': '<a/>' })],
	['a broken workbook', zip({ 'xl/workbook.xml': '<workbook>' })]
])('X4: %s are no workbook', (_, bytes) => {
	expect(() => readTemplate(bytes)).toThrow('register.not_a_workbook');
});

test('columns are numbered as spreadsheets number them', () => {
	expect(['A', 'Z', 'AA', 'AN'].map(columnOf)).toEqual([1, 26, 27, 40]);
	expect([1, 26, 27, 40, 52, 53, 702, 703].map(lettersOf)).toEqual([
		'A',
		'Z',
		'AA',
		'AN',
		'AZ',
		'BA',
		'ZZ',
		'AAA'
	]);
	expect([rangeOf('$A:$B'), rangeOf('C4'), rangeOf('Сумма(A1)')]).toEqual([
		{ from: { column: 1, row: 1 }, to: { column: 2, row: 1_048_576 } },
		{ from: { column: 3, row: 4 }, to: { column: 3, row: 4 } },
		null
	]);
});
