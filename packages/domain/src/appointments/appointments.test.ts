import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../calendar/index.ts';
import {
	appointingFault,
	coordinatorRelievingFaults,
	dayFault,
	holdsOn,
	lastDayWhenEnded,
	relievingFault,
	standingFrom,
	type Appointed
} from './index.ts';

const now = { signedOn: '2027-01-18', today: '2027-01-18', from: '2027-01-18' };
const known: Appointed = { personId: 'old', from: null, lastDay: null };

test('R30, R33: nothing works before its act, nor before whoever is in office has begun', () => {
	const begun = { ...known, from: '2027-01-10' };
	expect(dayFault([known], now)).toBe(null);
	expect(dayFault([], { ...now, from: '2027-01-17' })).toEqual({ why: 'before_act', limit: '2027-01-18' });
	expect(dayFault([begun], { ...now, signedOn: '2026-12-01', from: '2027-01-09' })).toEqual({
		why: 'before_previous',
		limit: '2027-01-10'
	});
	expect(relievingFault([], now)).toEqual({ why: 'nobody' });
});

test('R30, R33: whatever is ended from a day on, nobody is in office from it, and days before stay', () => {
	const day = fc.integer({ min: 0, max: 60 }).map((days) => addDays('2027-01-01', days));
	const one = fc.record({
		personId: fc.constant('x'),
		from: fc.option(day),
		lastDay: fc.constant(null)
	});
	fc.assert(
		fc.property(fc.array(one, { maxLength: 4 }), day, day, (rows: Appointed[], from, other) => {
			const ended = standingFrom(rows, from);
			const after = rows.map((row) =>
				ended.includes(row) ? { ...row, lastDay: lastDayWhenEnded(row, from) } : row
			);
			const held = (list: Appointed[]) => list.map((row) => holdsOn(row, other));
			expect(held(after)).toEqual(other < from ? held(rows) : held(rows).map(() => false));
		})
	);
});

test('R30: a region may have several coordinators, and nobody is appointed twice', () => {
	expect(appointingFault([known], { ...now, personId: 'new' })).toBe(null);
	expect(appointingFault([known], { ...now, personId: 'old' })).toBe(null);
	const named = { ...known, from: '2026-09-01' };
	expect(appointingFault([named], { ...now, personId: 'old' })).toEqual({
		code: 'coordinator.already',
		field: 'email'
	});
	const ahead = { personId: 'new', from: '2027-02-01', lastDay: null };
	expect(appointingFault([ahead], { ...now, personId: 'new' })?.code).toBe('coordinator.already');
	expect(appointingFault([], { ...now, personId: 'new', from: '2027-01-17' })).toEqual({
		code: 'coordinator.before_act',
		field: 'from',
		limit: '2027-01-18'
	});
});

test('R30: the last coordinator never relieves themselves; whoever is set over the region may', () => {
	const codes = (rows: Appointed[], setOver = false) =>
		coordinatorRelievingFaults(rows, { ...now, personId: 'old', setOver }).map(({ code }) => code);
	expect(codes([known])).toEqual(['coordinator.last']);
	expect(codes([known], true)).toEqual([]);
	expect(codes([known, { personId: 'new', from: '2027-01-18', lastDay: null }])).toEqual([]);
	expect(codes([known, { personId: 'new', from: '2027-01-19', lastDay: null }])).toEqual([
		'coordinator.last'
	]);
	expect(codes([])).toEqual(['coordinator.nobody']);
});
