import { expect, test } from 'vitest';
import { choiceOf, groupsOf, rowsOf, type GridRow } from './grid-rows.ts';

const row = (n: number, fullName: string, tutor: string | null): GridRow => ({
	enrolmentId: String(n),
	person: { id: String(n), fullName, shortName: fullName },
	organisation: n % 2 ? 'Школа № 1' : null,
	tutor: tutor === null ? null : { id: tutor, fullName: tutor, shortName: tutor },
	workingGroup: n === 1 ? 'Карты урока' : null,
	cells: [],
	done: 0,
	total: 0
});
const ROWS = [
	row(1, 'Берёзова Анна', 'Яров'),
	row(2, 'Вереснёва Анна', 'Лугов'),
	row(3, 'Полева Мария', 'Лугов')
];
const chosen = (query: string, attention: string[] = []) =>
	groupsOf(ROWS, choiceOf(new URLSearchParams(query)), new Set(attention)).map(({ title, rows }) => [
		title,
		...rows.map(({ enrolmentId }) => enrolmentId)
	]);

test.each([
	['', [[null, '1', '2', '3']]],
	['name=анна', [[null, '1', '2']]],
	['name=Анна+бер', [[null, '1']]],
	['name=никто', []],
	['who=attention', [[null, '3']]],
	[
		'by=tutor',
		[
			['Лугов', '2', '3'],
			['Яров', '1']
		]
	],
	[
		'by=organisation',
		[
			['Организация не указана', '2'],
			['Школа № 1', '1', '3']
		]
	],
	[
		'by=group',
		[
			['Вне рабочих групп', '2', '3'],
			['Карты урока', '1']
		]
	],
	['by=tutor&who=attention&name=мария', [['Лугов', '3']]]
])('the grid shows for «%s» who was asked for', (query, expected) => {
	expect(chosen(query, ['3'])).toEqual(expected);
});

test('a cell says when its step was done, or by which day it is due', () => {
	const steps = ['a', 'b', 'c'].map((key) => ({ key, title: key, short: key, module: 1 }));
	const cells = [
		{ step: 'a', state: 'done' as const, late: false, doneOn: '2027-01-19', dueOn: null },
		{ step: 'b', state: 'open' as const, late: true, doneOn: null, dueOn: '2027-01-20' }
	];
	const grid = { steps, rows: [{ ...row(1, 'Берёзова Анна', null), cells, late: 1, lastActiveAt: null }] };
	expect(rowsOf(grid)[0]?.cells).toEqual([['done', '2027-01-19'], ['late', '2027-01-20'], null]);
});
