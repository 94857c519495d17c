import { expect, test } from 'vitest';
import { areAllSent, progressOf, tryoutTasks } from './index.ts';

const items = [
	{ task: 'T01', dueOn: '2027-01-26' },
	{ task: 'T04', dueOn: '2027-01-28' },
	{ task: 'T08', dueOn: '2027-02-02' }
];
const clock = { now: new Date('2027-01-29T09:00:00Z'), timeZone: 'Europe/Moscow' };

test('R100: a route stands as its sendings say: what was sent late is late, and so is what is not sent in time', () => {
	const sent = { task: 'T01', state: 'returned' as const, firstSentAt: new Date('2027-01-26T20:59:59Z') };

	expect(progressOf({ agreed: true, items }, [sent], clock)).toEqual([
		{ ...items[0], position: 1, state: 'returned', reason: null, late: false, sent },
		{ ...items[1], position: 2, state: 'open', reason: null, late: true, sent: null },
		{
			...items[2],
			position: 3,
			state: 'locked',
			reason: { code: 'task.previous_not_sent', details: { task: 'T04' } },
			late: false,
			sent: null
		}
	]);
});

test('R111: all is sent when every task was, and a route without tasks has sent nothing', () => {
	expect(areAllSent([{ state: 'sent' }, { state: 'returned' }, { state: 'accepted' }])).toBe(true);
	expect(areAllSent([{ state: 'sent' }, { state: 'open' }])).toBe(false);
	expect(areAllSent([{ state: 'sent' }, { state: 'locked' }])).toBe(false);
	expect(areAllSent([])).toBe(false);
});

test('R103: the tasks that ask for a try-out are those that say so', () => {
	const tasks = [
		{ key: 'T01', tryout_required: false },
		{ key: 'T02', tryout_required: true }
	];
	expect(tryoutTasks({ tasks } as never)).toEqual(new Set(['T02']));
});
