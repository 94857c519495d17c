import { expect, test } from 'vitest';
import kuzbass from '../../../../../db/seeds/regulations/kuzbass.json' with { type: 'json' };
import type { FormDefinition } from '../../forms/index.ts';
import type { RegulationProfile } from '../../regulations/index.ts';
import { held, NOTHING } from './example-log.ts';
import { mismatches, planMismatches, reportForm, toldPlaces } from './index.ts';

const form = reportForm(kuzbass as unknown as RegulationProfile) as FormDefinition;
const told = (...rows: [string, number | null][]) => ({
	events: rows.map(([event, participants]) => ({ event, form: 'семинар', participants }))
});
const found = (answer: ReturnType<typeof told>, ...events: ReturnType<typeof held>[]) =>
	mismatches(form, answer, { ...NOTHING, events }).map(({ kind, about, told: said, logged, path }) =>
		[kind, about, said, logged, path].join(' ')
	);

test('R26: told and not logged, logged and not told, another number of participants', () => {
	const seminar = held('Семинар «Ошибка»', 20);
	const answer = told(['семинар "ошибка"', 25], ['Выезд', 10]);
	expect(found(answer, seminar, held('Вебинар', 7))).toEqual([
		'participants семинар "ошибка" 25 20 events.0',
		'not_told Вебинар  7 ',
		'not_logged Выезд 10  events.1'
	]);
	const log = { ...NOTHING, events: [seminar] };
	expect(toldPlaces(form, answer, log)).toEqual([
		{ path: 'events.0', records: [{ kind: 'event', id: seminar.id }] },
		{ path: 'events.1', records: [] }
	]);
});

test('R26: events of one name are told apart by their numbers, or told together as a sum', () => {
	const twice = [held('Семинар', 20), held('Семинар', 15)];
	expect(found(told(['Семинар', 15], ['Семинар', 20]), ...twice)).toEqual([]);
	expect(found(told(['Семинар', 35]), ...twice)).toEqual([]);
	expect(found(told(['Семинар', 20]), ...twice)).toEqual(['not_told Семинар  15 ']);
	expect(found(told(['Семинар', 40]), ...twice)).toEqual(['participants Семинар 40 35 events.0']);
	expect(found(told(['Семинар', 20], ['Семинар', 15], ['Семинар', 15]), ...twice)).toEqual([
		'not_logged Семинар 15  events.2'
	]);
	expect(found(told(['Семинар', null]), ...twice)).toEqual([]);
});

test('R26: a name within a longer one is the same event, unless it could be two', () => {
	const event = held('Работа с детьми с СДВГ', 9);
	expect(found(told(['Семинар «Работа с детьми с СДВГ»', 9]), event)).toEqual([]);
	expect(found(told(['Работа', 9]), event)).toEqual([
		'not_told Работа с детьми с СДВГ  9 ',
		'not_logged Работа 9  events.0'
	]);
});

test('R26: a plan that is the report itself: overdue rows and events with nothing to show', () => {
	const row = (id: string, lastDay: string | null, cancelled = false) => ({
		id,
		title: id,
		lastDay,
		cancelled
	});
	const rows = [
		row('past', '2027-03-01'),
		row('today', '2027-03-02'),
		row('off', '2027-03-01', true),
		row('open', null),
		row('held', '2027-02-01')
	];
	const bare = held('Вебинар', 5, { rowId: 'held' });
	const shown = held('Семинар', 5, { rowId: 'held', links: ['https://x.example/1'] });
	const proved = held('Стол', 5, { rowId: 'held', files: 1 });
	expect(planMismatches(rows, [bare, shown, proved], '2027-03-02')).toEqual([
		{
			...{ kind: 'overdue', about: 'past', told: null, logged: null, on: '2027-03-01', path: null },
			records: [{ kind: 'row', id: 'past' }]
		},
		{
			...{ kind: 'no_evidence', about: 'Вебинар', told: 5, logged: null, on: '2027-03-05', path: null },
			records: [{ kind: 'event', id: bare.id }]
		}
	]);
});
