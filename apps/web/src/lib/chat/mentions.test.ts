import { expect, test } from 'vitest';
import { callAt, calledIn, completed, matching } from './mentions.ts';

const demyan = { id: 'd', fullName: 'Полозьев Демьян Игнатович', shortName: 'Полозьев Д. И.' };
const semyon = { id: 's', fullName: 'Семёнов Пётр Ильич', shortName: 'Семёнов П. И.' };
const people = [demyan, semyon];

test('a name is being typed after an @ that does not stand inside a word', () => {
	expect(callAt('Здравствуйте, @Пол', 18)).toEqual({ from: 14, part: 'Пол' });
	expect(callAt('@Полозьев Д', 11)).toEqual({ from: 0, part: 'Полозьев Д' });
	expect([callAt('почта a@b.ru', 12), callAt('@ слово', 7), callAt('слово', 5)]).toEqual([null, null, null]);
});

test('people are found by surname or name, with ё or without', () => {
	expect(matching(people, 'семен')).toEqual([semyon]);
	expect(matching(people, 'дем')).toEqual([demyan]);
	expect(matching(people, 'п')).toEqual(people);
});

test('the whole name takes the place of its beginning, and its owner is called', () => {
	const { text, cursor } = completed('Вот, @Пол и всё', { from: 5, part: 'Пол' }, demyan);

	expect([text, cursor]).toEqual(['Вот, @Полозьев Д. И. и всё', 21]);
	expect(calledIn(text, people)).toEqual(['d']);
});

test('of two names of which one begins the other, the longer one is called; namesakes both are', () => {
	const kim = [
		{ id: '1', fullName: '', shortName: 'Ким А.' },
		{ id: '2', fullName: '', shortName: 'Ким А. Б.' },
		{ id: '3', fullName: '', shortName: 'Ким А. Б.' }
	];
	expect(calledIn('@Ким А. Б. привет', kim)).toEqual(['2', '3']);
	expect(calledIn('@Ким А. Б., @Ким А. и @', kim)).toEqual(['1', '2', '3']);
});
