import type { Block, Paper, Words } from '@stazhirovka/domain/documents';
import { readDocx, readPdf } from '@stazhirovka/pdf';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { renderPaper, renderPdf, renderWord, type UnprintableText } from './index.ts';

const RUNS = 5;
const paperOf = (blocks: Block[], change: Partial<Paper> = {}): Paper => ({
	title: 'Приказ о проверке',
	author: 'Школа № 912',
	orientation: 'portrait',
	blocks,
	...change
});

const order = paperOf([
	{ kind: 'organisation', lines: ['МБОУ «Школа № 912»'] },
	{
		kind: 'grifs',
		left: null,
		right: { word: 'УТВЕРЖДАЮ', lines: ['Директор'], name: 'Полозьев Д. И.', day: '26.02.2027' }
	},
	{ kind: 'title', document: 'ПРИКАЗ', subject: 'О проверке' },
	{ kind: 'place', day: '26.02.2027', place: 'г. Северореченск', number: '№ 12' },
	{
		kind: 'numbered',
		items: [
			{ text: 'Предмет', heading: true, items: [{ text: 'Первый пункт' }, { text: 'Второй пункт' }] },
			{ text: 'Срок', heading: true, items: [{ text: ['до ', { gap: 12, label: 'дата' }] }] }
		]
	},
	{ kind: 'newPage' },
	{ kind: 'annex', lines: ['Приложение № 1', 'к приказу от 26.02.2027 № 12'] },
	{
		kind: 'table',
		columns: [{ title: '№', share: 0.3, align: 'centre' }, { title: 'Слушатель' }],
		rows: Array.from({ length: 120 }, (_, n) => [String(n + 1), `Имя${n + 1}`])
	},
	{ kind: 'signatures', signatures: [{ position: 'Директор', name: 'Полозьев Д. И.' }] }
]);

test('R158: an order reads back as a tagged PDF, its points numbered, the head of its table on every page', async () => {
	const pdf = readPdf(await renderPdf(order));

	expect(pdf.text).toContain(
		'ПРИКАЗ О проверке 26.02.2027 г. Северореченск № 12 1. Предмет 1.1. Первый пункт 1.2. Второй пункт 2. Срок 2.1. до'
	);
	expect(pdf.text.match(/№ Слушатель/g)?.length).toBe(pdf.pages - 1);
	expect(pdf.text).toContain('120 Имя120');
	expect(pdf.pages).toBeGreaterThan(2);
	expect(pdf.tagged).toBe(true);
	expect(/<pdfuaid:part>(.*?)</.exec(pdf.metadata)?.[1]).toBe('1');
	expect(/<dc:title>.*?<rdf:li[^>]*>(.*?)</s.exec(pdf.metadata)?.[1]).toBe('Приказ о проверке');
	expect(pdf.fonts).toEqual(['PTSerif-Bold', 'PTSerif-Regular']);
});

test('R158: the Word file has real headings, numbers, a repeated table head, its language, title and author', async () => {
	const { html, text, parts } = await readDocx(await renderWord(order));

	expect(html).toContain('<h1>Предмет</h1>');
	expect(html.match(/<thead>.*?<\/thead>/g)).toEqual([
		'<thead><tr><th><p><strong>№</strong></p></th><th><p><strong>Слушатель</strong></p></th></tr></thead>'
	]);
	expect(text).toContain('Полозьев Д. И.');
	expect(parts['word/document.xml']).toMatch(/<w:pStyle w:val="Title"\/>.{0,200}ПРИКАЗ/);
	expect(parts['word/numbering.xml']).toContain('<w:lvlText w:val="%1.%2."/>');
	expect(parts['word/styles.xml']).toContain('<w:lang w:val="ru-RU"/>');
	expect(parts['docProps/core.xml']).toMatch(
		/<dc:title>Приказ о проверке<\/dc:title><dc:creator>Школа № 912<\/dc:creator>/
	);
});

test('equal papers give equal bytes in both formats, whenever they are printed', async () => {
	const first = await renderPaper(order);
	const beginning = Date.now();
	// A ZIP counts time in steps of two seconds.
	while (Math.floor(Date.now() / 2000) === Math.floor(beginning / 2000)) await pause();

	expect(await renderPaper(order)).toEqual(first);
});

const pause = () => new Promise((resolve) => setTimeout(resolve, 100));

test('a wide sheet lies on its side in both formats', async () => {
	const wide = await renderPaper(paperOf([{ kind: 'lines', count: 3 }], { orientation: 'landscape' }));

	expect(readPdf(wide.pdf).size).toMatch(/^841\.\d+ x 595\.\d+ pts/);
	expect((await readDocx(wide.docx)).parts['word/document.xml']).toMatch(
		/<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"\/>/
	);
});

test('words are data: markup of Typst and of XML is printed as it is', async () => {
	const text = '#read("/etc/passwd") *Имя* $x$ <b>& </w:t> \\ @preview';
	const { pdf, docx } = await renderPaper(paperOf([{ kind: 'paragraph', text }], { title: '<Имя & «№»>' }));

	expect(readPdf(pdf).text).toBe(text);
	expect((await readDocx(docx)).text).toBe(text);
});

test('a paper with characters that no bundled font has is not made', async () => {
	const refusal = await renderPaper(paperOf([{ kind: 'note', text: 'Nguyễn 陳' }])).catch(
		(error: unknown) => error
	);

	expect((refusal as UnprintableText).characters).toEqual(['ễ', '陳']);
});

/** Too short to be hyphenated, so it can be found again. */
const word = fc.stringMatching(/^[А-яё]{3}$/);
const sentence = fc.array(word, { minLength: 1, maxLength: 6 }).map((all) => all.join(' '));
const gaps = fc.record({ gap: fc.integer({ min: 1, max: 60 }), label: word });
const words: fc.Arbitrary<Words> = fc.oneof(
	sentence,
	fc.array(
		fc.oneof(
			sentence.map((text) => ` ${text} `),
			gaps
		),
		{ maxLength: 4 }
	)
);
const listOf = <T>(one: fc.Arbitrary<T>) => fc.array(one, { minLength: 1, maxLength: 3 });
const signature = fc.record({ position: words, name: fc.option(words) });
const party = fc.record({ title: sentence, lines: listOf(words), signature });
const grif = fc.option(
	fc.record({ word: fc.constant('УТВЕРЖДАЮ' as const), lines: listOf(words), name: words, day: words })
);
const point = fc.record({ text: words, heading: fc.boolean(), items: listOf(fc.record({ text: words })) });
const table = fc.integer({ min: 1, max: 4 }).chain((count) =>
	fc.record({
		kind: fc.constant('table' as const),
		columns: fc.array(fc.record({ title: word }), { minLength: count, maxLength: count }),
		rows: listOf(fc.array(words, { minLength: count, maxLength: count }))
	})
);
const kind = <K extends Block['kind']>(value: K) => fc.constant(value);
const block: fc.Arbitrary<Block> = fc.oneof(
	table,
	fc.record({ kind: kind('annex'), lines: listOf(words) }),
	fc.record({ kind: kind('organisation'), lines: listOf(words) }),
	fc.record({ kind: kind('grifs'), left: grif, right: grif }),
	fc.record({ kind: kind('title'), document: word, subject: fc.option(words) }),
	fc.record({ kind: kind('place'), day: words, place: fc.option(words), number: fc.option(words) }),
	fc.record({ kind: kind('heading'), level: fc.constantFrom(1 as const, 2 as const), text: sentence }),
	fc.record({
		kind: kind('paragraph'),
		text: words,
		align: fc.constantFrom('left' as const, 'centre' as const)
	}),
	fc.record({ kind: kind('paragraph'), text: words }),
	fc.record({ kind: kind('note'), text: words }),
	fc.record({ kind: kind('numbered'), from: fc.integer({ min: 1, max: 9 }), items: listOf(point) }),
	fc.record({ kind: kind('list'), items: listOf(words) }),
	fc.record({ kind: kind('facts'), facts: listOf(fc.record({ label: sentence, value: words })) }),
	fc.record({ kind: kind('choices'), options: listOf(sentence) }),
	fc.record({ kind: kind('lines'), count: fc.integer({ min: 1, max: 5 }) }),
	fc.record({ kind: kind('signatures'), signatures: listOf(signature) }),
	fc.record({ kind: kind('parties'), left: party, right: party }),
	fc.record({ kind: kind('newPage') })
);

test('a paper of any blocks is made in both formats, and no word of it is lost', async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(block, { minLength: 1, maxLength: 10 }), async (blocks) => {
			const { pdf, docx } = await renderPaper(paperOf(blocks));
			const said = spoken(blocks);

			expect(absent(said, readPdf(pdf).text)).toEqual([]);
			expect(absent(said, (await readDocx(docx)).text)).toEqual([]);
		}),
		{ numRuns: RUNS, endOnFailure: true }
	);
}, 60_000);

/** Every word that the blocks print: what lies under `label` of a gap, `kind` and `align` is not printed. */
function spoken(value: unknown): string[] {
	if (typeof value === 'string') return value.split(/\s+/).filter(Boolean);
	if (Array.isArray(value)) return value.flatMap(spoken);
	if (typeof value !== 'object' || value === null || 'gap' in value) return [];
	return Object.entries(value).flatMap(([key, part]) =>
		key === 'kind' || key === 'align' ? [] : spoken(part)
	);
}

function absent(said: string[], text: string): string[] {
	const read = new Set(text.split(/[\s_\d.]+/));
	return said.filter((one) => !read.has(one));
}
