import * as contract from '@stazhirovka/contract/summaries';
import { sites, summaryExports } from '@stazhirovka/db/schema';
import { figureWords } from '@stazhirovka/domain/indicators';
import { EXPORT_FORMATS, type ExportFormat, type SummaryDefinition } from '@stazhirovka/domain/summaries';
import { readDocx, readPdf } from '@stazhirovka/pdf';
import { DOMParser, type Element } from '@xmldom/xmldom';
import { eq } from 'drizzle-orm';
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, expect, test } from 'vitest';
import { makePast, PAST } from '../../testing/past.ts';
import { recorded } from '../../testing/records.ts';
import { refused } from '../../testing/refused.ts';
import type { Visitor } from '../../testing/visitor.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { takeGrant } from '../accounts/index.ts';
import { keepFigures } from '../monitoring/index.ts';
import { makeExports, tidyExports } from './index.ts';

const FORMULA = '=HYPERLINK("http://evil.example","Площадка")';
const definition: SummaryDefinition = {
	subject: 'site',
	measures: ['enrolled', 'completion', 'tutor_response', 'effect_cards'],
	period: { kind: 'school_year', back: 0 },
	comparison: 'none',
	filters: { sites: [], municipalities: [], regulations: [], programmes: [] },
	sort: { by: 'completion', order: 'down' },
	chart: 'bars'
};
const title = 'Итоги года';

let world: World;
let coordinator: Visitor;
let files: Record<ExportFormat, Buffer>;
let words: string[];
let table: contract.SummaryTable;

async function made(visitor: Visitor, format: ExportFormat): Promise<Buffer> {
	const { id } = await visitor.must(contract.askExport, { body: { title, definition, format } });
	expect(await visitor.must(contract.getExport, { params: { id } })).toMatchObject({
		...{ state: 'waiting', progress: 0, file: null }
	});
	await makeExports(world.deps);
	const { state, progress, file } = await visitor.must(contract.getExport, { params: { id } });
	expect([state, progress, file?.name]).toEqual(['done', 100, `${title}.${format}`]);
	const answer = await visitor.inject({ url: `/api/summary-exports/${id}/file` });
	expect(answer.headers['cache-control']).toBe('private, no-store');
	expect(answer.rawPayload.length).toBe(file?.size);
	return answer.rawPayload;
}

beforeAll(async () => {
	world = await createWorld();
	await makePast(world, PAST);
	await world.db.update(sites).set({ title: FORMULA }).where(eq(sites.id, world.otherSite.id));
	await keepFigures(world.deps);
	coordinator = await world.as(world.coordinator);
	table = await coordinator.must(contract.getSummaryTable, {
		querystring: { definition: JSON.stringify(definition) }
	});
	words = [...table.rows.map(({ cells }) => cells), table.total ?? []]
		.flat()
		.map((cell, n) => figureWords(table.columns[n % table.columns.length]!, cell));
	const all = [];
	for (const format of EXPORT_FORMATS) all.push([format, await made(coordinator, format)] as const);
	files = Object.fromEntries(all) as typeof files;
	return world.close;
});

/** Numbers of the screen in the order of the table; null where there is none. */
const shown = () =>
	[...table.rows.map(({ cells }) => cells), table.total ?? []].flat().map((cell, n) => {
		if (cell?.kind !== 'value') return null;
		const { unit } = table.columns[n % table.columns.length]!;
		return unit === 'percent' ? cell.value / 100 : cell.value;
	});

const part = (bytes: Buffer, path: string) =>
	new DOMParser().parseFromString(strFromU8(unzipSync(bytes)[path]!), 'text/xml');
const all = (of: { getElementsByTagName(name: string): Iterable<Element> }, name: string) => [
	...of.getElementsByTagName(name)
];

test('XLSX holds the numbers of the screen as numbers with their formats, and text as text', () => {
	const cells = all(part(files.xlsx, 'xl/worksheets/sheet1.xml'), 'c').slice(1 + 2 + 4);
	const numbers = cells
		.filter((_, n) => n % 6 > 1)
		.map((cell) => (cell.getAttribute('t') === null ? Number(cell.textContent) : null));
	expect(numbers).toEqual(shown().map((value) => (value === null ? null : expect.closeTo(value, 9))));
	const formula = cells.find((cell) => cell.textContent === FORMULA)!;
	expect([formula.getAttribute('t'), formula.getAttribute('s')]).toEqual(['inlineStr', '5']);
	const styles = strFromU8(unzipSync(files.xlsx)['xl/styles.xml']!);
	expect(styles).toContain('formatCode="0.0%"');
	expect(strFromU8(unzipSync(files.xlsx)['xl/worksheets/sheet1.xml']!)).not.toMatch(/<f[ >]/);
	const sources = strFromU8(unzipSync(files.xlsx)['xl/worksheets/sheet2.xml']!);
	for (const { formula, source } of table.measures)
		expect(sources).toContain(`${formula}. Источник: ${source}.`);
	expect(sources).toContain('18 января 2027 г.');
});

test('ODS says its kind first, and every cell has its type', () => {
	expect(files.ods.subarray(30, 38).toString()).toBe('mimetype');
	expect(files.ods.subarray(38, 84).toString()).toBe('application/vnd.oasis.opendocument.spreadsheet');
	const [numbers] = all(part(files.ods, 'content.xml'), 'table:table');
	const rows = all(numbers!, 'table:table-row').slice(2);
	const values = rows.flatMap((row) =>
		all(row, 'table:table-cell')
			.slice(2)
			.map((cell) => (cell.hasAttribute('office:value') ? Number(cell.getAttribute('office:value')) : null))
	);
	expect(values).toEqual(shown().map((value) => (value === null ? null : expect.closeTo(value, 9))));
	const formula = all(numbers!, 'table:table-cell').find((cell) => cell.textContent === FORMULA)!;
	expect(formula.getAttribute('office:value-type')).toBe('string');
	expect(strFromU8(unzipSync(files.ods)['content.xml']!)).not.toContain('table:formula');
});

test('CSV has the same numbers with decimal commas, and no cell that begins a formula', () => {
	const [head = '', ...lines] = files.csv.toString('utf8').split('\r\n');
	expect(head.startsWith('\ufeff"Площадка";"Организация";')).toBe(true);
	const cells = lines.slice(0, lines.indexOf('')).map((line) => line.split(';').slice(-4));
	const numbers = cells.flat().map((cell) => {
		if (cell.startsWith('"')) return null;
		const number = Number(cell.replace('%', '').replace(',', '.'));
		return cell.endsWith('%') ? number / 100 : number;
	});
	expect(numbers).toEqual(shown().map((value) => (value === null ? null : expect.closeTo(value, 9))));
	expect(files.csv.toString()).toContain(`"'${FORMULA.replaceAll('"', '""')}"`);
	for (const line of lines)
		for (const cell of line.split('";"')) expect(cell.replace(/^"/, '')).not.toMatch(/^\s*[=+\-@]/);
});

test('DOCX and PDF read the same words as the screen, with how each number is counted', async () => {
	const docx = await readDocx(files.docx);
	const pdf = readPdf(files.pdf);
	for (const word of words.filter(Boolean)) {
		for (const text of [docx.text, pdf.text])
			expect(text.replace(/\s/g, '')).toContain(word.replace(/\s/g, ''));
	}
	expect(docx.html).toContain('<table>');
	expect(pdf.text).toContain('Рисунок. ');
	expect(docx.text).not.toContain('Рисунок.');
	expect(pdf.tagged).toBe(true);
	for (const text of [docx.text, pdf.text]) expect(text).toContain('Как считаются показатели');
	expect(new Set(pdf.fonts.map((font) => font.replace(/-.*/, '')))).toEqual(new Set(['PTSerif']));
});

test('pressed twice a file is made once; nobody else may take it; after a week it is gone', async () => {
	const body = { title: 'Дважды', definition, format: 'csv' as const };
	const pressed = await Promise.all([1, 2, 3].map(() => coordinator.must(contract.askExport, { body })));
	expect(new Set(pressed.map(({ id }) => id)).size).toBe(1);
	const params = { id: pressed[0]!.id };
	expect(await recorded(world.db, 'summary_export.asked', [params.id])).toHaveLength(1);
	await Promise.all([makeExports(world.deps), makeExports(world.deps)]);
	const other = await world.as(world.leader);
	for (const endpoint of [contract.getExport, contract.downloadExport])
		expect(await other.call(endpoint, { params })).toEqual(refused(404, 'summary_export.missing'));
	await tidyExports({ ...world.deps, now: () => new Date('2027-01-26T08:00:00Z') });
	expect(await coordinator.call(contract.getExport, { params })).toEqual(
		refused(404, 'summary_export.missing')
	);
});

test('a file is made by the grants of its moment, and taken by those of now', async () => {
	const leader = await world.as(world.otherLeader);
	const before = await leader.must(contract.askExport, {
		body: { title: 'Раньше', definition, format: 'csv' }
	});
	await makeExports(world.deps);
	expect(await leader.must(contract.getExport, { params: before })).toMatchObject({ state: 'done' });
	const { id } = await leader.must(contract.askExport, { body: { title, definition, format: 'csv' } });
	const scope = { kind: 'site' as const, id: world.otherSite.id };
	await world.db.transaction((tx) =>
		takeGrant(
			tx,
			{ actor: null, now: world.deps.now },
			{
				...{ personId: world.otherLeader.id, role: 'leader', scope }
			}
		)
	);
	await makeExports(world.deps);
	const [row] = await world.db.select().from(summaryExports).where(eq(summaryExports.id, id));
	expect(row).toMatchObject({ state: 'failed', failure: 'monitoring.missing', bytes: null });
	const again = await world.as(world.otherLeader);
	for (const endpoint of [contract.getExport, contract.downloadExport])
		for (const params of [{ id }, before])
			expect(await again.call(endpoint, { params })).toEqual(refused(404, 'monitoring.missing'));
});
