import type { SummaryTable } from '@stazhirovka/contract/summaries';
import {
	arrange,
	measureOf,
	measuresFor,
	spansOf,
	spanTitle,
	type SummaryDefinition
} from '@stazhirovka/domain/summaries';
import { readDocx, readPdf, type ReadDocx, type ReadPdf } from '@stazhirovka/pdf';
import { beforeAll, expect, test } from 'vitest';
import { renderPaper } from '../../documents/index.ts';
import { pictureOf } from '../picture.ts';
import { fileTable } from './file-table.ts';
import { summaryPaper } from './paper.ts';

const NOWHERE = { sites: [], municipalities: [], regulations: [], programmes: [] };
const MEASURES = measuresFor({ subject: 'site', filters: NOWHERE })
	.map(({ key }) => key)
	.slice(0, 12);
const plain: SummaryDefinition = {
	...{ subject: 'site', measures: MEASURES, comparison: 'none', filters: NOWHERE, chart: 'bars' },
	...{ period: { kind: 'school_year', back: 0 }, sort: { by: 'title', order: 'up' } }
};
const TODAY = '2026-11-23';

function paperOf(change: Partial<SummaryDefinition> = {}) {
	const definition = { ...plain, ...change };
	const spans = spansOf(definition, TODAY);
	const things = Array.from({ length: 40 }, (_, n) => ({
		key: String(n),
		title: `Стажировочная площадка «Инклюзивное образование и взаимоэкспертиза», ${n + 1}`,
		note: `Муниципальное бюджетное общеобразовательное учреждение «Школа № ${n + 1}»`
	}));
	const counted = arrange(definition, {
		...{ spans, things },
		counted: (_, span) => ({ part: 1000 + span, whole: 1005, people: 1005 })
	});
	const table: SummaryTable = {
		...counted,
		...{ definition, scope: 'все регионы', narrowed: [], at: null },
		spans: spans.map((span) => ({ ...span, title: spanTitle(span) })),
		measures: definition.measures.map(measureOf),
		picture: pictureOf(definition, counted)
	};
	return summaryPaper(fileTable('Итоги года', table, new Date('2026-11-23T09:00:00Z')));
}

const tablesOf = (change: Partial<SummaryDefinition> = {}) =>
	paperOf(change).blocks.filter((block) => block.kind === 'table');

let docx: ReadDocx;
let pdf: ReadPdf;

beforeAll(async () => {
	const rendered = await renderPaper(paperOf());
	docx = await readDocx(rendered.docx);
	pdf = readPdf(rendered.pdf);
});

test('R75 twelve measures go on sheets that lie, in parts with the names of the rows in front', () => {
	const parts = tablesOf();
	expect(parts.map(({ columns }) => columns.length)).toEqual([8, 8]);
	for (const { columns, rows } of parts) {
		expect(columns.slice(0, 2).map(({ title }) => title)).toEqual(['Площадка', 'Организация']);
		expect(rows).toHaveLength(41);
		const [name = 0, , ...figures] = columns.map(({ share = 0 }) => share);
		expect(name).toBeGreaterThanOrEqual(48);
		expect(Math.min(...figures)).toBeGreaterThan(19);
		expect(Math.max(...figures)).toBeLessThan(name);
	}
	expect(parts.flatMap(({ columns }) => columns.slice(2).map(({ title }) => title))).toEqual(
		MEASURES.map((key) => measureOf(key).title)
	);
});

test('R75 a few measures stand upright, and the periods of a measure are not parted', () => {
	const few = paperOf({ measures: ['cohorts', 'enrolled'] });
	expect(few.orientation).toBe('portrait');
	const sizes = tablesOf({ measures: MEASURES.slice(0, 4), comparison: 'years' }).map(
		({ columns }) => columns.length - 2
	);
	expect(sizes).toEqual([8, 8]);
});

test('R75 in Word heads are repeated, rows are whole, columns have room, long words have syllables', () => {
	const xml = docx.parts['word/document.xml'] ?? '';
	expect(xml).toMatch(/<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"\/>/);
	const tables = xml.split('<w:tbl>').slice(2);
	expect(tables).toHaveLength(2);
	for (const table of tables) {
		const rows = table.match(/<w:tr>.*?<\/w:tr>/g) ?? [];
		expect(rows).toHaveLength(42);
		for (const row of rows) expect(row).toContain('<w:cantSplit/>');
		expect(rows.filter((row) => row.includes('<w:tblHeader/>'))).toHaveLength(1);
		const widths = [...table.matchAll(/<w:gridCol w:w="(\d+)"\/>/g)].map(([, width]) => Number(width));
		expect(widths[0]).toBeGreaterThan(2700);
		expect(Math.min(...widths)).toBeGreaterThan(1100);
		for (const text of table.replaceAll('<w:softHyphen/>', '\u00ad').matchAll(/<w:tc>.*?<\/w:tc>/g)) {
			const width = Number(/<w:tcW w:type="dxa" w:w="(\d+)"/.exec(text[0])?.[1]);
			const words = text[0].replace(/<[^>]+>/g, '').split(/[\s\u00ad-]+/);
			for (const word of words) expect(word.length * 108).toBeLessThanOrEqual(width);
		}
	}
});

test('R75 in the PDF words and rows are whole, and every page of the table has its heads', () => {
	expect(pdf.size).toMatch(/^841\.\d+ x 595\.\d+ pts/);
	expect(pdf.text).toContain('Показатели, часть 1 из 2');
	for (const word of ['взаимоэкспертиза', 'Зачислено', 'общеобразовательное', 'Инклюзивное'])
		expect(pdf.text).toContain(word);
	const [, ...sheets] = pdf.text.split('Площадка Организация');
	expect(sheets.length).toBeGreaterThanOrEqual(pdf.pages - 2);
	const count = (sheet: string, word: string) => sheet.split(word).length;
	for (const sheet of sheets) expect(count(sheet, 'Стажировочная')).toBe(count(sheet, 'взаимоэкспертиза»'));
});

test('R75 the picture is of the measure that was asked for, on paper as well', () => {
	const captionOf = (change: Partial<SummaryDefinition>) =>
		paperOf(change).blocks.find((block) => block.kind === 'picture')?.caption;
	expect(captionOf({})).toBe(`Рисунок. ${measureOf(MEASURES[0]!).title}`);
	expect(captionOf({ sort: { by: 'completion', order: 'up' } })).toBe('Рисунок. Доля завершивших');
	expect(captionOf({ sort: { by: 'completion', order: 'up' }, pictured: 'enrolled' })).toBe(
		'Рисунок. Зачислено'
	);
	expect(captionOf({ chart: 'heat_map', pictured: 'enrolled' })).toBe('Рисунок. Показатели числом');
});
