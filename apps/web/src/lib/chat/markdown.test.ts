import fc from 'fast-check';
import { expect, test } from 'vitest';
import { blocks, plain, type Block, withoutSigns } from './markdown.ts';
import type { Inline } from './markdown-inline.ts';

const words = (text: string): Inline => ({ t: 'text', text });
const line = (...nodes: Inline[]): Block[] => [{ t: 'paragraph', lines: [nodes] }];

test('bold, italic, code and what stands between them', () => {
	expect(blocks('это **очень *важно*** и `a_b`')).toEqual(
		line(
			words('это '),
			{ t: 'bold', inside: [words('очень '), { t: 'italic', inside: [words('важно')] }] },
			words(' и '),
			{ t: 'code', text: 'a_b' }
		)
	);
});

test('a mark without its pair, and a line inside a name, are characters like others', () => {
	for (const text of [
		'2 * 3 * 4',
		'final_work_2 и _x',
		'**',
		'*',
		'цена ** без пары',
		'`',
		'[а](',
		'http://'
	])
		expect(blocks(text)).toEqual(line(words(text)));
});

test('links: named and bare; the full stop after one is not a part of it', () => {
	expect(blocks('см. https://site.ru/a_b_c. И [план](/my/1)')).toEqual(
		line(
			words('см. '),
			{ t: 'link', href: 'https://site.ru/a_b_c', text: 'https://site.ru/a_b_c' },
			words('. И '),
			{ t: 'link', href: '/my/1', text: 'план' }
		)
	);
});

test('an address that would run a script stays words', () => {
	for (const href of ['javascript:alert(1)', 'data:text/html,x', '//evil.ru', '/\\evil.ru', 'vbscript:x'])
		expect(blocks(`[тут](${href})`)).toEqual(line(words(`[тут](${href})`)));
});

test('an address that a browser reads as another one stays words', () => {
	const ours = /^\/(?!\/)[^\s\\]*$/;
	const parts = fc.constantFrom('/', '\\', '\t', ' ', '\u00a0', 'evil.ru', 'my', '1', 'https:', '?');
	fc.assert(
		fc.property(fc.array(parts, { maxLength: 6 }), (all) => {
			const written = `/${all.join('')}`;
			const [block] = blocks(`[тут](${written})`);
			const [node] = block?.t === 'paragraph' ? (block.lines[0] ?? []) : [];
			if (node?.t !== 'link') return;
			expect(node.href).toMatch(ours);
			expect(new URL(node.href, 'https://here.ru').host).toBe('here.ru');
		})
	);
	expect(blocks('[x](/\t/evil.ru)')).toEqual(line(words('[x](/\t/evil.ru)')));
});

test('somebody without a name here is not called by every «@»', () => {
	const called = [
		{ id: 'gone', shortName: '' },
		{ id: 'd', shortName: 'Полозьев Д. И.' }
	];
	expect(blocks('@ и почта a@b.ru, @Полозьев Д. И.', called)).toEqual(
		line(words('@ и почта a@b.ru, '), { t: 'mention', id: 'd', text: '@Полозьев Д. И.' })
	);
});

test('a person who is called is marked, another name is not', () => {
	const called = [{ id: 'd', shortName: 'Полозьев Д. И.' }];
	expect(blocks('@Полозьев Д. И., посмотрите; @Иванов нет', called)).toEqual(
		line({ t: 'mention', id: 'd', text: '@Полозьев Д. И.' }, words(', посмотрите; @Иванов нет'))
	);
});

test('of two names of which one begins the other, the longer one is marked', () => {
	const called = [
		{ id: 'a', shortName: 'Ким А.' },
		{ id: 'b', shortName: 'Ким А. Б.' }
	];
	expect(blocks('@Ким А. Б.', called)).toEqual(line({ t: 'mention', id: 'b', text: '@Ким А. Б.' }));
});

test('lists, quotes, code and paragraphs', () => {
	expect(
		blocks('Список:\n- раз\n- два\n3. три\n> цитата\n> дальше\nконец\n\nещё\n```\nx = *1*\n```')
	).toEqual([
		{ t: 'paragraph', lines: [[words('Список:')]] },
		{ t: 'list', ordered: false, start: 1, items: [[words('раз')], [words('два')]] },
		{ t: 'list', ordered: true, start: 3, items: [[words('три')]] },
		{ t: 'quote', lines: [[words('цитата')], [words('дальше')]] },
		{ t: 'paragraph', lines: [[words('конец')]] },
		{ t: 'paragraph', lines: [[words('ещё')]] },
		{ t: 'code', text: 'x = *1*' }
	]);
});

/** A link says its words, and its address when that is another. */
function said(_: string, node: unknown): unknown {
	const link = typeof node === 'object' && node !== null && 'href' in node && 'text' in node;
	return link ? `${String(node.text)} ${node.text === node.href ? '' : String(node.href)}` : node;
}

test('the words alone are what a list of rooms and a screen reader say', () => {
	expect(plain('**Итог:**\n- раз\n- [два](/my)\n```\nx\n```')).toBe('Итог: раз два x');
});

test('whatever is typed, letters are kept in their order and no address is unsafe', () => {
	const piece = fc.constantFrom(
		'**',
		'*',
		'_',
		'`',
		'```',
		'[',
		'](',
		')',
		'> ',
		'- ',
		'1. ',
		'\n',
		'@',
		' '
	);
	const wordsAmong = fc.constantFrom('слово', 'https://a.ru', 'javascript:x', 'б', '//c.ru', '/d');
	const typed = fc.array(fc.oneof(piece, wordsAmong), { maxLength: 60 }).map((parts) => parts.join(''));

	fc.assert(
		fc.property(typed, (text) => {
			const letters = (all: string) => all.replaceAll(/[^а-яё]/g, '');
			expect(letters(JSON.stringify(blocks(text), said))).toBe(letters(text));
			for (const href of JSON.stringify(blocks(text)).matchAll(/"href":"([^"]*)"/g))
				expect(href[1]).toMatch(/^(https?:|mailto:|\/(?!\/))/);
		}),
		{ numRuns: 2_000 }
	);
});

test('a text of marks alone is read in a time that grows with its length', () => {
	// A square of this length would outlast the test.
	for (const mark of ['*', '**a ', '_a ', '[', '[a](', '`a', '@', 'http://', '*_', '__', '> '])
		expect(blocks(mark.repeat(200_000 / mark.length))).not.toEqual([]);
});

test('a piece of a message is told without the signs of its marks, and a name with a line in it whole', () => {
	expect(withoutSigns('С таймера: **две минуты** тишины, _вопрос_ и `код`')).toBe(
		'С таймера: две минуты тишины, вопрос и код'
	);
	expect(withoutSigns('план_урока_5.docx, 2 * 3')).toBe('план_урока_5.docx, 2 * 3');
});
