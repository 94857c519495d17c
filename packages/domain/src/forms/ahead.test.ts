import { expect, test } from 'vitest';
import { datesAhead, type FormDefinition } from './index.ts';

const definition: FormDefinition = {
	key: 'final_work',
	title: 'Итоговая работа',
	sections: [
		{
			key: 'passport',
			fields: [
				{ key: 'topic', label: 'Тема', kind: 'shortText' },
				{ key: 'held_on', label: 'Дата проведения', kind: 'date' }
			]
		},
		{ key: 'tryout', fields: [{ key: 'tryout_date', label: 'Дата апробации', kind: 'date' }] }
	]
};

test.each([
	['2027-02-11', []],
	['2027-02-10', ['tryout_date']],
	['2027-02-09', ['held_on', 'tryout_date']]
])('R103, R111: on %s the dates %j lie ahead', (today, paths) => {
	const answer = { topic: '2027-12-31', held_on: '2027-02-10', tryout_date: '2027-02-11' };
	expect(datesAhead(definition, answer, today)).toEqual(paths.map((path) => ({ path, code: 'in_future' })));
});

test('a date that is not given lies nowhere', () => {
	expect(datesAhead(definition, { tryout_date: null }, '2027-02-09')).toEqual([]);
});
