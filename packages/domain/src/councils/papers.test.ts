import { expect, test } from 'vitest';
import { plainText, type Block } from '../documents/index.ts';
import { figureLines, minutesPaper, proposalPaper, type MinutesFacts, type PutFigures } from './index.ts';

const stand = {
	for: 2,
	against: 2,
	abstain: 0,
	silent: 0,
	outcome: 'for',
	cast: true,
	quorum: true
} as const;
const facts: MinutesFacts = {
	council: 'Экспертный совет',
	act: 'приказ от 1 сентября 2026 г. № 17, Институт',
	number: 3,
	day: '2027-01-18',
	beginsAt: '14:30',
	place: 'Актовый зал',
	members: [
		{ name: 'Полозьев Д. И.', role: 'chair', present: false },
		{ name: 'Тан Л.', role: 'deputy', present: true },
		{ name: 'Вереснёва А. Т.', role: 'secretary', present: true }
	],
	needed: 2,
	items: [
		{ title: 'О заявке', heard: 'Доклад', known: null, decision: '', outcome: 'postponed', stand, barred: [] }
	]
};
const textsOf = (blocks: Block[]) =>
	blocks.flatMap((block) => ('text' in block ? [plainText(block.text)] : []));

test('R27: minutes tell the votes, whose vote decided and what was decided; the deputy signs for a chair who is absent', () => {
	const { title, blocks } = minutesPaper(facts);
	expect(title).toBe('Протокол № 3: Экспертный совет');
	expect(textsOf(blocks)).toEqual([
		'ПРИСУТСТВОВАЛИ:',
		'ОТСУТСТВОВАЛИ:',
		'ПОВЕСТКА ДНЯ:',
		'1. О заявке',
		'СЛУШАЛИ: Доклад',
		'Вправе голосовать по вопросу: 4, для кворума нужно 2: кворум есть.',
		'ГОЛОСОВАЛИ: за – 2, против – 2, воздержались – 0, при равенстве решил голос председательствующего.',
		'РЕШИЛИ (вопрос отложен): отложить вопрос.'
	]);
	expect(blocks.find(({ kind }) => kind === 'list')).toEqual({
		kind: 'list',
		items: ['Тан Л., заместитель председателя', 'Вереснёва А. Т., секретарь']
	});
	expect(blocks.at(-1)).toMatchObject({
		signatures: [{ name: 'Тан Л.' }, { name: 'Вереснёва А. Т.' }]
	});
});

test('R27: minutes name who was absent, who had no vote and why, and the quorum as it was counted for each question', () => {
	const barred = [
		{ name: 'Тан Л.', why: 'conflict' },
		{ name: 'Вереснёва А. Т.', why: 'undeclared' }
	] as const;
	const few = { ...stand, for: 1, against: 0, outcome: 'for', cast: false, quorum: false } as const;
	const item = { ...facts.items[0]!, stand: few, barred: [...barred] };
	const { blocks } = minutesPaper({ ...facts, items: [item] });
	const lists = blocks.flatMap((block) => (block.kind === 'list' ? [block.items] : []));
	expect(lists[1]).toEqual(['Полозьев Д. И., председатель']);
	expect(textsOf(blocks)).toEqual(
		expect.arrayContaining([
			'НЕ ГОЛОСОВАЛИ: Тан Л. (конфликт интересов); Вереснёва А. Т. (о конфликте интересов не сообщено).',
			'Вправе голосовать по вопросу: 1, для кворума нужно 2: кворума нет.'
		])
	);
	expect(blocks).toContainEqual(
		expect.objectContaining({
			facts: expect.arrayContaining([
				{ label: 'Кворум', value: 'в составе 3, присутствуют 2, для кворума нужно 2: кворум есть' }
			])
		})
	);
});

test('R4, R22: a proposal names its body, whom it is made to, and what is proposed', () => {
	const proposal = { number: '12', day: '2027-01-18', addressee: 'Комитет образования', site: 'Лицей' };
	const of = (about: 'status' | 'termination') =>
		proposalPaper({ ...proposal, body: 'Институт', about, text: 'Представляем.' }).blocks;
	expect(of('status')[2]).toEqual({
		kind: 'title',
		document: 'ПРЕДСТАВЛЕНИЕ',
		subject: 'о присвоении статуса: Лицей'
	});
	expect(of('termination')[2]).toMatchObject({ subject: 'о прекращении статуса: Лицей' });
	expect(textsOf(of('status'))).toEqual(['Комитет образования', 'Представляем.']);
});

test('R133: minutes hold the figures of a site as they stood when they were put to the council', () => {
	const figures: PutFigures = {
		...{ from: '2026-09-01', to: '2027-08-31', at: '2027-01-17T22:30:00.000Z' },
		rows: [
			{
				key: 'completion',
				title: 'Доля завершивших',
				formula: '',
				unit: 'percent',
				value: 80,
				average: 72.5
			},
			{
				key: 'nps',
				title: 'Готовность рекомендовать',
				formula: '',
				unit: 'points',
				value: null,
				average: 10
			},
			{ key: 'products', title: 'Продукты', formula: '', unit: 'count', value: 3, average: null }
		]
	};
	const lines = figureLines(figures);
	expect(lines).toEqual(['Доля завершивших: 80\u00a0% (в среднем по региону 72,5\u00a0%)', 'Продукты: 3']);
	const [item] = facts.items;
	const { blocks } = minutesPaper({
		...facts,
		items: item ? [{ ...item, known: { at: figures.at, lines } }] : []
	});
	expect(textsOf(blocks).join()).toContain('Показатели деятельности на 18\u00a0января 2027\u00a0г.:');
	expect(blocks).toContainEqual({ kind: 'list', items: lines });
});
