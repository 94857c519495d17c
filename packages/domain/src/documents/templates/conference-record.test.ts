import { expect, test } from 'vitest';
import { conferenceRecord, inLetters } from '../index.ts';

const facts = {
	organisation: 'Школа № 912',
	site: 'Площадка',
	title: 'Читаем вместе',
	about: '',
	day: '2027-01-20',
	from: '15:05',
	until: '15:40',
	moderators: ['Полозьев Д. И.'],
	participants: ['Вереснёва Аглая Тихоновна', 'Полозьев Демьян Игнатович'],
	turns: [
		{ name: 'Вереснёва Аглая Тихоновна', title: 'Темп', from: '15:06', until: '15:20' },
		{ name: 'Полозьев Демьян Игнатович', title: null, from: '15:20', until: '15:22' }
	],
	unheard: [{ name: 'Тан Линь', title: 'Дома' }],
	words: [{ at: '15:07', name: 'Вереснёва А. Т.', text: 'Начнём', to: null }]
};

test('R62: the record of a conference names everybody, each turn with its time, and every word', () => {
	const { title, blocks } = conferenceRecord(facts);
	expect(title).toBe('Протокол чат-конференции: Читаем вместе');
	expect(blocks.find(({ kind }) => kind === 'table')).toMatchObject({
		rows: [
			['1', '15:06–15:20', 'Вереснёва Аглая Тихоновна', 'Темп'],
			['2', '15:20–15:22', 'Полозьев Демьян Игнатович', 'Вопрос или ответ']
		]
	});
	expect(blocks).toContainEqual({ kind: 'list', items: ['Тан Линь: Дома'] });
	expect(blocks).toContainEqual({
		kind: 'paragraph',
		text: '15:07. Вереснёва А. Т.: Начнём',
		align: 'left'
	});
});

test('R62: where nothing was said, the record says so', () => {
	const { blocks } = conferenceRecord({ ...facts, words: [], unheard: [] });
	expect(blocks).toContainEqual({ kind: 'paragraph', text: 'Сообщений не было.', align: 'left' });
	expect(blocks.some(({ kind }) => kind === 'list')).toBe(false);
});

test.each([
	['Спасибо 👍🏽!', [], 'Спасибо (смайлик)!'],
	['❤️ и 👩‍🏫', [], '(смайлик) и (смайлик)'],
	['№ 5 © 2027 – 100 %', [], '№ 5 © 2027 – 100 %'],
	['陳 пишет', ['陳'], '(знак) пишет']
])('«%s» is printed in letters', (text, signs, printed) => {
	expect(inLetters(text, signs)).toBe(printed);
});
