import { expect, test } from 'vitest';
import { tellsOtherDays, type OrderedDays } from './ordered-days.ts';

const meeting = { date: '2027-01-18', startsAt: '10:00', endsAt: '13:20', place: 'каб. 214' };
const later = { ...meeting, date: '2027-02-01' };
const days: OrderedDays = { startsOn: '2027-01-18', endsOn: '2027-02-26', sessions: [meeting, later] };

test('an order of the days tells of the period and of every meeting, in whatever order they are kept', () => {
	expect(tellsOtherDays('order_dates', days, { ...days, sessions: [later, meeting] })).toBe(false);
	expect(tellsOtherDays('order_dates', days, { ...days, endsOn: '2027-03-05' })).toBe(true);
	expect(tellsOtherDays('order_dates', days, { ...days, sessions: [meeting] })).toBe(true);
	const moved = [meeting, { ...later, place: 'Актовый зал' }];
	expect(tellsOtherDays('order_dates', days, { ...days, sessions: moved })).toBe(true);
});

test('an order of enrolment tells of the period alone, the others of what has happened', () => {
	expect(tellsOtherDays('order_enrol', days, { ...days, sessions: [] })).toBe(false);
	expect(tellsOtherDays('order_enrol', days, { ...days, startsOn: '2027-01-25' })).toBe(true);
	expect(tellsOtherDays('protocol', days, { ...days, startsOn: '2027-01-25' })).toBe(false);
});
