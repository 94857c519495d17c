import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Answer, Field, FormDefinition } from '../../forms/definition.ts';
import { blankAnswer } from '../../forms/blank.ts';
import { textsOf } from '../example-facts.ts';
import { formPaper } from './form-paper.ts';

const head = { author: 'Школа' };
const options = [
	{ value: 'a', label: 'Очно' },
	{ value: 'b', label: 'Заочно' }
];
const levels = [
	{ value: 0, label: 'нет' },
	{ value: null, label: 'не наблюдалось' }
];
const columns = (count: number) =>
	Array.from({ length: count }, (_, n) => ({
		key: `c${n}`,
		label: `Графа ${n}`,
		kind: 'shortText' as const
	}));

const FIELDS: Field[] = [
	{ key: 'name', label: 'Название', kind: 'shortText' },
	{ key: 'why', label: 'Обоснование', kind: 'longText', hint: 'Не менее страницы' },
	{ key: 'pupils', label: 'Учеников', kind: 'number' },
	{ key: 'marks', label: 'Замеры', kind: 'numbers' },
	{ key: 'day', label: 'День', kind: 'date' },
	{ key: 'term', label: 'Срок', kind: 'period' },
	{ key: 'form', label: 'Форма', kind: 'singleChoice', options },
	{ key: 'forms', label: 'Формы', kind: 'multipleChoice', options },
	{ key: 'graded', label: 'Ответ', kind: 'gradedChoice', options },
	{ key: 'order', label: 'Порядок', kind: 'ordering', options },
	{ key: 'level', label: 'Уровень', kind: 'scale', levels },
	{ key: 'matrix', label: 'Признаки', kind: 'matrix', rows: options, columns: options, levels },
	{ key: 'table', label: 'Мероприятия', kind: 'table', columns: columns(6) },
	{ key: 'cards', label: 'Сотрудники', kind: 'table', columns: columns(7) },
	{ key: 'file', label: 'Файл', kind: 'file', maxFiles: 2, maxMegabytes: 5, extensions: ['pdf'] },
	{ key: 'person', label: 'Кто', kind: 'person' },
	{ key: 'sum', label: 'Итого', kind: 'computed' }
];
const form = (fields: Field[]): FormDefinition => ({
	key: 'f',
	title: 'Заявка',
	note: 'Пишите разборчиво',
	sections: [{ key: 's', title: 'Раздел', fields }]
});

const ANSWER: Answer = {
	name: '2027-01-18',
	why: 'Первый абзац.\n\nВторой абзац.',
	pupils: 12.5,
	marks: [6, 7.5],
	day: '2027-02-26',
	term: { from: '2027-01-18', to: '2027-02-26' },
	form: 'b',
	forms: ['a', 'b'],
	graded: 'a',
	order: ['b', 'a'],
	level: null,
	matrix: { a: { a: 0, b: null }, b: { a: 0, b: 0 } },
	table: [{ c0: 'Открытый урок', c5: '–' }, {}],
	cards: [{ c0: 'Вереснёва', c6: 'наставник' }],
	file: ['id-1', 'id-2'],
	person: 'Тан Линь',
	sum: 20
};

test('R160: every kind of field is printed as it reads', () => {
	const paper = formPaper(form(FIELDS), ANSWER, { ...head, files: { 'id-1': 'Программа.pdf' } });
	const facts = paper.blocks.flatMap((block) => (block.kind === 'facts' ? block.facts : []));
	const valueOf = (label: string) => facts.find((fact) => fact.label === label)?.value;

	expect(
		['Название', 'Учеников', 'Замеры', 'День', 'Срок', 'Форма', 'Ответ', 'Уровень', 'Кто', 'Итого'].map(
			valueOf
		)
	).toEqual([
		'2027-01-18',
		'12,5',
		'6; 7,5',
		'26.02.2027',
		'18.01.2027–26.02.2027',
		'Заочно',
		'Очно',
		'не наблюдалось',
		'Тан Линь',
		'20'
	]);
	expect(paper.blocks).toEqual(
		expect.arrayContaining([
			{ kind: 'paragraph', text: 'Второй абзац.' },
			{ kind: 'list', items: ['Очно', 'Заочно'] },
			{ kind: 'numbered', items: [{ text: 'Заочно' }, { text: 'Очно' }] },
			{ kind: 'list', items: ['Программа.pdf', 'файл приложен'] }
		])
	);
	const tables = paper.blocks.flatMap((block) => (block.kind === 'table' ? [block.rows] : []));
	expect(tables).toEqual([
		[
			['Очно', 'нет', 'не наблюдалось'],
			['Заочно', 'нет', 'нет']
		],
		[['1', 'Открытый урок', '', '', '', '', '–']]
	]);
	expect(valueOf('Графа 6')).toBe('наставник');
	expect(paper.orientation).toBe('landscape');
});

test('X20: a blank form has lines to fill, boxes to tick and the hints of the form', () => {
	const definition = form(FIELDS);
	const paper = formPaper(definition, blankAnswer(definition), head);

	expect(paper.blocks.filter(({ kind }) => kind === 'choices').length).toBe(4);
	expect(paper.blocks).toContainEqual({ kind: 'lines', count: 6 });
	expect(textsOf(paper)).toEqual(
		expect.arrayContaining([
			'Пишите разборчиво',
			'Не менее страницы',
			'Возможные отметки: нет; не наблюдалось.'
		])
	);
	const emptyRows = paper.blocks.flatMap((block) =>
		block.kind === 'table' && block.columns.length === 7 ? [block.rows] : []
	);
	expect(emptyRows).toEqual([[1, 2, 3, 4].map((n) => [String(n), '', '', '', '', '', ''])]);
});

test('what was handed in says «–» where nothing was answered', () => {
	const paper = formPaper(form(FIELDS), { name: 'Одно' }, { ...head, unanswered: 'dash' });

	expect(JSON.stringify(paper)).not.toContain('"gap"');
	expect(paper.blocks.filter(({ kind }) => kind === 'choices' || kind === 'lines')).toEqual([]);
});

test('no answer, however wrong, makes the paper fail or say «undefined»', () => {
	const wrong = fc.dictionary(fc.constantFrom(...FIELDS.map(({ key }) => key)), fc.jsonValue());
	fc.assert(
		fc.property(wrong, (answer) => {
			const texts = textsOf(formPaper(form(FIELDS), answer as Answer, head));
			expect(texts.filter((text) => text === 'undefined' || text === '[object Object]')).toEqual([]);
			for (const { label } of FIELDS) expect(texts).toContain(label);
		}),
		{ numRuns: 200 }
	);
});
