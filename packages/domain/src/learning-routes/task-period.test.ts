import { expect, test } from 'vitest';
import { taskPeriod } from './index.ts';

function module(minutes: number, ...kinds: string[]) {
	const activities = kinds.map((kind, n) => {
		return { n, key: `a${n}`, title: kind, minutes: 0, kind, forms: [], outputs: [] };
	});
	return { minutes, activities };
}

const three = [module(180, 'diagnostic'), module(180, 'registration', 'tasks'), module(180, 'final_work')];

test('R94: tasks take the share of the period that their module has in the minutes after the work in person', () => {
	expect(taskPeriod(three, '2027-01-18', '2027-02-26')).toEqual({
		startsOn: '2027-01-18',
		endsOn: '2027-02-06'
	});
	expect(taskPeriod([module(180), module(90, 'tasks'), module(270)], '2027-01-18', '2027-02-27')).toEqual({
		startsOn: '2027-01-18',
		endsOn: '2027-01-28'
	});
});

test('R94: where nothing follows the tasks they take the whole period, also in a programme without minutes', () => {
	const whole = { startsOn: '2027-01-18', endsOn: '2027-02-26' };

	expect(taskPeriod(three.slice(0, 2), '2027-01-18', '2027-02-26')).toEqual(whole);
	expect(taskPeriod([module(0, 'tasks'), module(0)], '2027-01-18', '2027-02-26')).toEqual(whole);
});

test('R94: a card signed when the cohort is over gives its last day, so that the dates stay within the period', () => {
	const period = taskPeriod(three, '2027-03-01', '2027-02-26');

	expect(period).toEqual({ startsOn: '2027-02-26', endsOn: '2027-02-26' });
});
