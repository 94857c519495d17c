import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, workCalendar, workingDaysIn } from '../calendar/index.ts';
import { carriedItems, movedItems } from './index.ts';

const calendar = workCalendar();
const before = { startsOn: '2027-01-18', endsOn: '2027-02-26' };
const items = [
	{ task: 'T01', dueOn: '2027-01-25' },
	{ task: 'T03', dueOn: '2027-02-05' },
	{ task: 'T05', dueOn: '2027-02-26' }
];
const nothing = () => false;

test('a cohort that moves by a week moves the days of its routes by a week of working days', () => {
	const after = { startsOn: '2027-01-25', endsOn: '2027-03-05' };
	const moved = movedItems(items, nothing, { before, after, today: '2027-01-10' }, calendar);
	expect(moved.map(({ dueOn }) => dueOn)).toEqual(['2027-02-01', '2027-02-12', '2027-03-05']);
});

test('what was sent or is past stays; with nothing moved nothing moves', () => {
	const after = { startsOn: '2027-01-18', endsOn: '2027-03-26' };
	const sent = ({ task }: { task: string }) => task === 'T03';
	const moved = movedItems(items, sent, { before, after, today: '2027-02-01' }, calendar);
	expect(moved.map(({ dueOn }) => dueOn)).toEqual(['2027-01-25', '2027-02-05', '2027-03-26']);
	expect(movedItems(items, nothing, { before, after: before, today: '2027-02-01' }, calendar)).toEqual(items);
});

test('moved days are working days within the cohort, in the same order', () => {
	const day = fc.nat(120).map((days) => addDays('2027-01-01', days));
	const period = fc.tuple(day, fc.integer({ min: 7, max: 60 })).map(([startsOn, days]) => ({
		startsOn,
		endsOn: addDays(startsOn, days)
	}));
	fc.assert(
		fc.property(period, period, day, fc.array(fc.nat(60), { maxLength: 6 }), (before, after, today, days) => {
			fc.pre(
				workingDaysIn(today > after.startsOn ? today : after.startsOn, after.endsOn, calendar).length > 0
			);
			const route = days
				.toSorted((a, b) => a - b)
				.map((n, place) => ({ task: `T${place}`, dueOn: addDays(before.startsOn, n) }))
				.filter(({ dueOn }) => dueOn >= today && dueOn <= before.endsOn);
			const moved = movedItems(route, nothing, { before, after, today }, calendar);
			if (JSON.stringify(moved) === JSON.stringify(route)) return;

			expect(moved.map(({ dueOn }) => dueOn)).toEqual(moved.map(({ dueOn }) => dueOn).toSorted());
			for (const { dueOn } of moved) {
				expect(calendar.isWorking(dueOn)).toBe(true);
				expect(dueOn >= after.startsOn && dueOn <= after.endsOn && dueOn >= today).toBe(true);
			}
		})
	);
});

test('a route that is taken into another cohort keeps its shares there: on working days, within it, nothing overdue', () => {
	const after = { startsOn: '2027-04-26', endsOn: '2027-06-04' };
	const sent = ({ task }: { task: string }) => task === 'T01';
	const days = (today: string) =>
		carriedItems(items, sent, { before, after, today }, calendar).map(({ dueOn }) => dueOn);
	// May's holidays lie between; the second task was overdue already.
	expect(days('2027-02-10')).toEqual(['2027-01-25', '2027-05-18', '2027-06-04']);
	expect(days('2027-05-24')).toEqual(['2027-01-25', '2027-05-31', '2027-06-04']);
	expect(days('2027-06-05')).toEqual(['2027-01-25', '2027-06-04', '2027-06-04']);
});
