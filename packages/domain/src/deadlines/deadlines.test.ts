import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, workCalendar, workingDaysIn } from '../calendar/index.ts';
import {
	DEADLINE_STEPS,
	deadlineFaults,
	mayExtend,
	movedDeadlines,
	proposedRules,
	stepsWithDeadline,
	untilWhen,
	withDays,
	type DeadlineRule
} from './index.ts';

const calendar = workCalendar();
const days = { startsOn: '2027-01-18', endsOn: '2027-02-26', session: '2027-01-18' };
const rules: DeadlineRule[] = [
	{ step: 'deficit_card', anchor: 'session', workingDays: 3 },
	{ step: 'tasks', anchor: 'end', workingDays: -10 },
	{ step: 'final_work', anchor: 'end', workingDays: 0 }
];

test('a deadline is so many working days from its anchor, round the holidays', () => {
	expect(withDays(rules, days, calendar).map(({ step, dueOn }) => [step, dueOn])).toEqual([
		['deficit_card', '2027-01-21'],
		['tasks', '2027-02-11'],
		['final_work', '2027-02-26']
	]);
	const later = { ...days, endsOn: '2027-02-28' };
	expect(withDays(rules, later, calendar).at(-1)?.dueOn).toBe('2027-02-26');
});

test('deadlines stand within the cohort, in the order of the path, once', () => {
	const wrong: DeadlineRule[] = [
		{ step: 'tasks', anchor: 'end', workingDays: 3 },
		{ step: 'diagnosis', anchor: 'end', workingDays: 0 },
		{ step: 'deficit_card', anchor: 'start', workingDays: 1 },
		{ step: 'deficit_card', anchor: 'start', workingDays: 1 },
		{ step: 'survey', anchor: 'end', workingDays: 0 }
	];
	const steps = DEADLINE_STEPS.filter((step) => step !== 'survey');
	expect(deadlineFaults(wrong, steps, days, calendar)).toEqual([
		{ code: 'deadlines.before_earlier_step', field: 'deficit_card' },
		{ code: 'deadlines.doubled', field: 'deficit_card' },
		{ code: 'deadlines.outside_cohort', field: 'tasks' },
		{ code: 'deadlines.step_unknown', field: 'survey' }
	]);
	expect(deadlineFaults(rules, DEADLINE_STEPS, days, calendar)).toEqual([]);
});

test('a moved cohort takes along the deadlines that are not past', () => {
	const stood = withDays(rules, days, calendar);
	const later = { startsOn: '2027-01-18', endsOn: '2027-03-12', session: '2027-01-18' };
	expect(movedDeadlines(stood, later, calendar, '2027-02-01').map(({ dueOn }) => dueOn)).toEqual([
		'2027-01-21',
		'2027-02-25',
		'2027-03-12'
	]);
	const shorter = { ...later, endsOn: '2027-02-12' };
	expect(movedDeadlines(stood, shorter, calendar, '2027-02-10').map(({ dueOn }) => dueOn)).toEqual([
		'2027-01-21',
		'2027-02-10',
		'2027-02-12'
	]);
});

test('the proposed deadlines of any cohort have no faults', () => {
	const cohort = fc.record({ from: fc.nat(300), session: fc.option(fc.nat(20)), length: fc.nat(90) });
	fc.assert(
		fc.property(cohort, fc.subarray([...DEADLINE_STEPS]), ({ from, session, length }, steps) => {
			const startsOn = addDays('2027-01-01', from);
			const endsOn = addDays(startsOn, length);
			const met = session === null || session > length ? null : addDays(startsOn, session);
			const days = { startsOn, endsOn, session: met };
			fc.pre(workingDaysIn(met ?? startsOn, endsOn, calendar).length > 0);
			const proposed = proposedRules(steps, days, calendar);
			expect(proposed.map(({ step }) => step)).toEqual(steps);
			expect(deadlineFaults(proposed, steps, days, calendar)).toEqual([]);
		})
	);
});

test('the steps of a programme that a deadline may be set for', () => {
	expect(stepsWithDeadline(['attendance', 'diagnosis', 'task', 'final_work', 'result'])).toEqual([
		'diagnosis',
		'tasks',
		'final_work'
	]);
});

test('somebody who was given more time has until the later day', () => {
	expect([
		untilWhen('2027-02-01', '2027-02-10'),
		untilWhen('2027-02-11', '2027-02-10'),
		untilWhen('2027-02-01', null),
		untilWhen(null, '2027-02-01')
	]).toEqual(['2027-02-10', '2027-02-11', '2027-02-01', null]);
});

test('more time is given for what is not done, to a later day, with a reason', () => {
	const step = { until: '2027-02-01', done: false, endsOn: '2027-02-26' };
	const reason = 'Болела две недели';
	const refusal = (until: string, of = step, why = reason) => {
		const found = mayExtend(of, { until, reason: why }, '2027-02-03');
		return found.ok ? null : found.refusal.code;
	};
	expect(refusal('2027-02-10')).toBe(null);
	expect(refusal('2027-02-01')).toBe('extension.not_later');
	expect(refusal('2027-02-02')).toBe('extension.past');
	expect(refusal('2027-05-01')).toBe('extension.too_far');
	expect(refusal('2027-02-10', step, 'ну')).toBe('extension.reason_missing');
	expect(refusal('2027-02-10', { ...step, done: true })).toBe('extension.done');
});
