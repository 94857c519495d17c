import { expect, test } from 'vitest';
import { compareRoutes } from './index.ts';

const first = [
	{ task: 'T01', dueOn: '2027-02-01' },
	{ task: 'T03', dueOn: '2027-02-08' },
	{ task: 'T05', dueOn: '2027-02-15' }
];

test('R94: two versions show what was added, what has left, what changed its day or its place', () => {
	const second = [
		{ task: 'T05', dueOn: '2027-02-01' },
		{ task: 'T01', dueOn: '2027-02-08' },
		{ task: 'T08', dueOn: '2027-02-15' }
	];
	expect(compareRoutes(first, second).map(({ task, change }) => [task, change])).toEqual([
		['T05', 'moved'],
		['T01', 'moved'],
		['T08', 'added'],
		['T03', 'removed']
	]);
	const later = first.map((item, n) => (n === 2 ? { ...item, dueOn: '2027-02-19' } : item));
	expect(compareRoutes(first, later).map(({ change }) => change)).toEqual(['same', 'same', 'day']);
	expect(compareRoutes(first, later)[2]).toMatchObject({
		before: { position: 3, dueOn: '2027-02-15' },
		after: { position: 3, dueOn: '2027-02-19' }
	});
});

test('R94: a task that left moves nobody: the others keep their order', () => {
	expect(compareRoutes(first, first.slice(1)).map(({ change }) => change)).toEqual(['same', 'same', 'removed']);
});
