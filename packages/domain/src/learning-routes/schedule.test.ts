import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, workCalendar, workingDaysIn } from '../calendar/index.ts';
import { route } from '../golden/adhd.ts';
import { checkChange, loadOf, schedule } from './index.ts';

const calendar = workCalendar();
const tasks = ['T01', 'T03', 'T05', 'T08', 'T12'].map((task) => ({ task, minutes: 30 }));
const period = { startsOn: '2027-02-15', endsOn: '2027-03-05' };

test('R94: the days are even, in the order of the route, and go round a holiday', () => {
	const found = schedule({ tasks, period, latest: '2027-03-31', minutesPerWeek: null }, calendar);

	// Fourteen working days: 23 February is not one of them.
	expect(found.items.map(({ dueOn }) => dueOn)).toEqual([
		'2027-02-17',
		'2027-02-22',
		'2027-02-26',
		'2027-03-03',
		'2027-03-05'
	]);
	expect([found.fits, found.notes]).toEqual([true, [{ code: 'even', fullest: 60 }]]);
});

test('R94: a limit of the intern takes more days, and says so; one that cannot be held is said', () => {
	const slower = schedule({ tasks, period, latest: '2027-03-31', minutesPerWeek: 45 }, calendar);
	expect(slower.fits).toBe(true);
	expect(slower.notes[0]).toMatchObject({ code: 'prolonged', from: '2027-03-05' });
	const weeks = loadOf(slower.items, tasks, period.startsOn, calendar);
	expect(Math.max(...weeks.map(({ minutes }) => minutes))).toBeLessThanOrEqual(45);

	const never = schedule({ tasks, period, latest: '2027-03-12', minutesPerWeek: 10 }, calendar);
	expect(never.fits).toBe(false);
	expect(never.notes.at(-1)).toMatchObject({ code: 'above_limit', limit: 10 });
});

test('R94: in a time without working days everything is due on the nearest one', () => {
	const holidays = { startsOn: '2027-01-02', endsOn: '2027-01-08' };
	const { items } = schedule(
		{ tasks: tasks.slice(0, 2), period: holidays, latest: '2027-01-08', minutesPerWeek: null },
		calendar
	);
	expect(items.map(({ dueOn }) => dueOn)).toEqual(['2026-12-30', '2026-12-30']);
});

const off = fc
	.array(fc.tuple(fc.nat(200), fc.nat(9)), { maxLength: 4 })
	.map((spans) =>
		workCalendar(
			spans.map(([from, days]) => {
				const firstDay = addDays('2027-01-01', from);
				return { firstDay, lastDay: addDays(firstDay, days), title: 'Каникулы' };
			})
		)
	);
const wish = fc.record({
	tasks: fc
		.subarray(route.tasks, { minLength: 1, maxLength: 8 })
		.chain((chosen) =>
			fc.tuple(...chosen.map(({ key }) => fc.integer({ min: 0, max: 400 }).map((minutes) => ({ task: key, minutes }))))
		),
	from: fc.nat(150),
	length: fc.nat(80),
	more: fc.nat(60),
	minutesPerWeek: fc.option(fc.integer({ min: 15, max: 600 }), { nil: null })
});

test('R94: every generated route keeps to the rules, whatever the calendar and the limit', () => {
	fc.assert(
		fc.property(wish, off, ({ tasks, from, length, more, minutesPerWeek }, calendar) => {
			const startsOn = addDays('2027-01-01', from);
			const endsOn = addDays(startsOn, length);
			const latest = addDays(endsOn, more);
			const made = schedule({ tasks, period: { startsOn, endsOn }, latest, minutesPerWeek }, calendar);

			expect(made.items.map(({ task }) => task)).toEqual(tasks.map(({ task }) => task));
			fc.pre(workingDaysIn(startsOn, endsOn, calendar).length > 0);
			for (const { dueOn } of made.items) expect(calendar.isWorking(dueOn)).toBe(true);
			expect(checkChange(route, [], made.items, { startsOn, endsOn: latest }).ok).toBe(true);

			const weeks = loadOf(made.items, tasks, startsOn, calendar);
			const fullest = Math.max(...weeks.map(({ minutes }) => minutes));
			const above = made.notes.filter(({ code }) => code === 'above_limit');
			expect(above).toHaveLength(minutesPerWeek !== null && fullest > minutesPerWeek ? 1 : 0);
			expect(made.fits).toBe(above.length === 0);
			const prolonged = made.notes.some(({ code }) => code === 'prolonged');
			if (!prolonged) expect(made.items.every(({ dueOn }) => dueOn <= endsOn)).toBe(true);
		})
	);
});

test('R94: the weeks hold all the minutes of the route, whoever has set its days', () => {
	fc.assert(
		fc.property(wish, off, ({ tasks, from, length, minutesPerWeek }, calendar) => {
			const startsOn = addDays('2027-01-01', from);
			const period = { startsOn, endsOn: addDays(startsOn, length) };
			const { items } = schedule({ tasks, period, latest: period.endsOn, minutesPerWeek }, calendar);
			const weeks = loadOf(items, tasks, startsOn, calendar);
			const sum = weeks.reduce((all, { minutes }) => all + minutes, 0);
			const total = tasks.reduce((all, { minutes }) => all + minutes, 0);
			expect(Math.abs(sum - total)).toBeLessThanOrEqual(weeks.length / 2 + 1e-6);
		})
	);
});
