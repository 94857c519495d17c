import { expect, test } from 'vitest';
import { route } from '../golden/adhd.ts';
import { checkChange, type RouteRow } from './index.ts';

const period = { startsOn: '2027-01-18', endsOn: '2027-02-26' };
const rows: RouteRow[] = [
	{ deficit: 'D1', level: 'expressed', mastery: 0.1 },
	{ deficit: 'D2', level: 'partial', mastery: 0.6 },
	{ deficit: 'D3', level: 'none', mastery: 1 }
];
const good = [
	{ task: 'T02', dueOn: '2027-01-18' },
	{ task: 'T03', dueOn: '2027-01-18' },
	{ task: 'T06', dueOn: '2027-02-26' }
];

test('R94: dates on the bounds of the period and on the same day are allowed', () => {
	expect(checkChange(route, rows, good, period)).toEqual({ ok: true, value: { warnings: [] } });
});

test.each([
	['unknown_task', 2, { task: 'T99', dueOn: '2027-01-20' }],
	['doubled_task', 2, { task: 'T02', dueOn: '2027-01-20' }],
	['date_outside_period', 2, { task: 'T03', dueOn: '2027-01-17' }],
	['date_outside_period', 2, { task: 'T03', dueOn: '2027-02-27' }],
	['not_a_date', 2, { task: 'T03', dueOn: '2027-02-30' }],
	['not_a_date', 2, { task: 'T03', dueOn: 'завтра' }]
])('R94: %s is refused with its place', (short, position, item) => {
	const code = `learning_route.${short}`;
	const items = [good[0] ?? item, item, { task: 'T06', dueOn: '2027-02-26' }];

	const result = checkChange(route, rows, items, period);
	expect(result.ok ? null : result.refusal.details.faults[0]).toEqual({ code, position, task: item.task });
	expect(result.ok ? null : result.refusal.code).toBe(code);
});

test('R94: dates go up with the position', () => {
	const result = checkChange(route, rows, good.toReversed(), period);

	expect(result.ok ? null : result.refusal).toEqual({
		code: 'learning_route.dates_not_ascending',
		details: { faults: [{ code: 'learning_route.dates_not_ascending', position: 2, task: 'T03' }] }
	});
});

test('R94: all faults are named at once; an empty route and a lost started task are faults', () => {
	const result = checkChange(route, rows, [], period, ['T02']);

	expect(result.ok ? null : result.refusal).toEqual({
		code: 'learning_route.empty',
		details: {
			faults: [
				{ code: 'learning_route.empty', position: null, task: null },
				{ code: 'learning_route.started_task_missing', position: null, task: 'T02' }
			]
		}
	});
});

test('R99: a bare expressed deficit and a task that touches nothing found are warnings', () => {
	const items = ['T05', 'T11'].map((task) => ({ task, dueOn: '2027-02-01' }));

	expect(checkChange(route, rows, items, period)).toEqual({
		ok: true,
		value: {
			warnings: [
				{ code: 'learning_route.expressed_without_primary', deficit: 'D1' },
				{ code: 'learning_route.unrelated_task', task: 'T05' }
			]
		}
	});
});
