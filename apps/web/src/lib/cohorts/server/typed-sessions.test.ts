import { expect, test } from 'vitest';
import { typedSessions } from './typed-sessions.ts';

test('an empty row and one that is taken away are no meetings; a new one has no id', () => {
	const data = new FormData();
	for (const [id, date] of [
		['a', '2027-02-01'],
		['b', '2027-02-08'],
		['', '2027-02-15'],
		['', '']
	] as const) {
		const place = date && 'Каб. 5';
		const row = { Id: id, Module: '1', Date: date, From: '10:00', To: '13:00', Place: place, Breaks: ' ' };
		for (const [name, value] of Object.entries(row)) data.append(`session${name}`, value);
	}
	data.append('sessionDrop', '1');

	expect(typedSessions(data)).toEqual([
		{
			id: 'a',
			module: 1,
			date: '2027-02-01',
			startsAt: '10:00',
			endsAt: '13:00',
			place: 'Каб. 5',
			breaks: null
		},
		{
			id: null,
			module: 1,
			date: '2027-02-15',
			startsAt: '10:00',
			endsAt: '13:00',
			place: 'Каб. 5',
			breaks: null
		}
	]);
});

test('a place without a day and a meeting whose day was wiped are not lost in silence', () => {
	const data = new FormData();
	for (const [id, place] of [
		['a', ''],
		['', 'Каб. 5']
	] as const) {
		const row = { Id: id, Module: '1', Date: '', From: '10:00', To: '13:00', Place: place, Breaks: '' };
		for (const [name, value] of Object.entries(row)) data.append(`session${name}`, value);
	}
	expect(typedSessions(data).map(({ id, date, place }) => [id, date, place])).toEqual([
		['a', '', ''],
		[null, '', 'Каб. 5']
	]);
});
