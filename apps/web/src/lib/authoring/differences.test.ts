import { expect, test } from 'vitest';
import { differences } from './differences.ts';

const deficits = [
	{ key: 'D1', title: 'Речь' },
	{ key: 'D2', title: 'Внимание' }
];
const task = (key: string, title: string, more: object = {}) => ({ key, title, minutes: 40, ...more });

test('R121: two versions of a part differ at places and in values that are told in words', () => {
	const mine = [task('T01', 'Пауза', { deficits: [{ key: 'D1', role: 'primary' }] }), task('T02', '')];
	const theirs = [
		task('T01', 'Пауза', { deficits: [{ key: 'D1', role: 'secondary' }] }),
		{ ...task('T02', ''), minutes: 30 }
	];
	expect(differences({ deficits, tasks: mine }, 'tasks', { mine, theirs })).toEqual([
		{
			where: 'Задания › Пауза › Какие дефициты устраняет › Дефицит задания 1 › Для этого задания он',
			mine: 'основной',
			theirs: 'дополнительный'
		},
		{ where: 'Задания › Задание 2 › Минуты', mine: '40', theirs: '30' }
	]);
});

test('R121: the same things in another order are told by their names, and what is missing as nothing', () => {
	const [first, second] = [task('T01', 'Пауза'), task('T02', 'Опора')];
	expect(differences({}, 'tasks', { mine: [first, second], theirs: [second, first] })).toEqual([
		{ where: 'Задания', mine: 'Пауза; Опора', theirs: 'Опора; Пауза' }
	]);
	expect(differences({}, 'goal', { mine: 'Цель', theirs: undefined })).toEqual([
		{ where: 'Цель', mine: 'Цель', theirs: 'нет' }
	]);
});
