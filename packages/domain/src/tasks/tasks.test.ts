import { expect, test } from 'vitest';
import { localDay } from '../calendar/index.ts';
import {
	deadlineAfter,
	decideTask,
	endOfDay,
	isLate,
	openTasks,
	type TaskAction,
	type TaskFacts,
	type TaskState
} from './index.ts';

const remark = 'Нет третьего наблюдения';
const ready: Omit<TaskFacts, 'state'> = {
	selfCheckComplete: true,
	selfAnalysisComplete: true,
	tryoutRequired: true,
	tryoutMarked: true
};
const actions: TaskAction[] = [{ type: 'send' }, { type: 'accept' }, { type: 'return', remark }];
const allowed: Record<TaskState, Record<string, string>> = {
	locked: {},
	open: { send: 'sent' },
	sent: { accept: 'accepted', return: 'returned' },
	returned: { send: 'sent' },
	accepted: {}
};
const states: TaskState[] = ['locked', 'open', 'sent', 'returned', 'accepted'];

test.each(states.flatMap((state) => actions.map((action) => [state, action] as const)))(
	'R101: a task that is %s answers to %o as the table says',
	(state, action) => {
		const next = allowed[state][action.type];
		const code = state === 'locked' ? 'task.locked' : 'task.not_now';

		expect(decideTask({ ...ready, state }, action)).toEqual(
			next ? { ok: true, value: next } : { ok: false, refusal: { code } }
		);
	}
);

test.each([
	['R101', 'open', { selfCheckComplete: false }, { type: 'send' }, 'task.self_check_missing'],
	['R102', 'returned', { selfAnalysisComplete: false }, { type: 'send' }, 'task.self_analysis_missing'],
	['R103', 'sent', { tryoutMarked: false }, { type: 'accept' }, 'task.tryout_missing']
] as const)('%s: from %s with %o, %o is refused: %s', (_, state, facts, action, code) => {
	expect(decideTask({ ...ready, ...facts, state }, action)).toEqual({ ok: false, refusal: { code } });
});

test('R103: a task that asks for no try-out is accepted without one, and may be sent before it', () => {
	expect(
		decideTask({ ...ready, tryoutRequired: false, tryoutMarked: false, state: 'sent' }, { type: 'accept' })
	).toEqual({
		ok: true,
		value: 'accepted'
	});
	expect(decideTask({ ...ready, tryoutMarked: false, state: 'open' }, { type: 'send' }).ok).toBe(true);
});

test('R106: a task is returned with a remark of ten characters at least', () => {
	expect(decideTask({ ...ready, state: 'sent' }, { type: 'return', remark: ' доработать ' }).ok).toBe(true);
	expect(decideTask({ ...ready, state: 'sent' }, { type: 'return', remark: ' исправьте ' })).toEqual({
		ok: false,
		refusal: { code: 'task.remark_missing', details: { least: 10 } }
	});
});

const route = { agreed: true, tasks: ['T01', 'T04', 'T08'] };

test('R100: at first only the first task is open', () => {
	expect(openTasks(route, [])).toEqual([
		{ task: 'T01', state: 'open', reason: null },
		{ task: 'T04', state: 'locked', reason: { code: 'task.previous_not_sent', details: { task: 'T01' } } },
		{ task: 'T08', state: 'locked', reason: { code: 'task.previous_not_sent', details: { task: 'T04' } } }
	]);
});

test.each(['sent', 'returned', 'accepted'] as const)(
	'R100: the next task is open when the one before is %s',
	(state) => {
		expect(openTasks(route, [{ task: 'T01', state }]).map((task) => task.state)).toEqual([
			state,
			'open',
			'locked'
		]);
	}
);

test('R96: no task opens before the route is agreed', () => {
	expect(openTasks({ ...route, agreed: false }, [])[0]).toEqual({
		task: 'T01',
		state: 'locked',
		reason: { code: 'task.route_not_agreed' }
	});
});

test('R100: a task put in before a sent one is open or locked by its own place; the sent one stays sent', () => {
	const changed = { agreed: true, tasks: ['T01', 'T02', 'T04', 'T08'] };
	const states = openTasks(changed, [
		{ task: 'T01', state: 'accepted' },
		{ task: 'T04', state: 'sent' }
	]).map(({ state }) => state);

	expect(states).toEqual(['accepted', 'open', 'sent', 'open']);
});

test.each([
	['2027-01-26T20:59:59.999Z', 'Europe/Moscow', '2027-01-26', false],
	['2027-01-26T21:00:00.000Z', 'Europe/Moscow', '2027-01-27', true],
	['2027-01-26T16:59:59.999Z', 'Asia/Novokuznetsk', '2027-01-26', false],
	['2027-01-26T17:00:00.000Z', 'Asia/Novokuznetsk', '2027-01-27', true],
	['2027-01-26T13:59:59.999Z', '+10:00', '2027-01-26', false],
	['2027-01-26T14:00:00.000Z', '+10:00', '2027-01-27', true],
	['2027-01-01T00:00:00.000Z', 'UTC', '2027-01-01', false]
])('at %s in %s it is %s, and late for 26 January: %s', (at, timeZone, day, late) => {
	expect(localDay(new Date(at), timeZone)).toBe(day);
	expect(isLate('2027-01-26', new Date(at), timeZone)).toBe(late);
});

test.each([
	['2027-01-26', 'Europe/Moscow', '2027-01-26T21:00:00.000Z'],
	['2027-01-26', 'Asia/Novokuznetsk', '2027-01-26T17:00:00.000Z'],
	['2026-12-31', 'UTC', '2027-01-01T00:00:00.000Z'],
	['2027-03-28', 'Europe/Berlin', '2027-03-28T22:00:00.000Z'],
	['2027-10-31', 'Europe/Berlin', '2027-10-31T23:00:00.000Z']
])('the day %s ends in %s at %s', (day, timeZone, end) => {
	expect(endOfDay(day, timeZone)).toEqual(new Date(end));
	expect(isLate(day, new Date(Date.parse(end) - 1), timeZone)).toBe(false);
	expect(isLate(day, new Date(end), timeZone)).toBe(true);
});

test('«в течение 7 дней» ends with the seventh day after the event', () => {
	const announced = new Date('2027-02-20T21:30:00Z');
	expect(deadlineAfter(announced, 7, 'Europe/Moscow')).toEqual(new Date('2027-02-28T21:00:00Z'));
	expect(deadlineAfter(announced, 7, 'UTC')).toEqual(new Date('2027-02-28T00:00:00Z'));
});
