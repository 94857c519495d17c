import { expect, test } from 'vitest';
import { isDigestDue } from './index.ts';

const at = (moment: string) => new Date(`${moment}+03:00`);
const missed = (since: string) => [{ since: at(since), timeZone: 'Europe/Moscow' }];

test.each([
	['nothing missed', [], '2027-01-20T12:00', false],
	['missed a minute ago', missed('2027-01-20T11:59'), '2027-01-20T12:00', false],
	['missed two hours ago', missed('2027-01-20T10:00'), '2027-01-20T12:00', true],
	['missed in the evening, at night', missed('2027-01-20T19:00'), '2027-01-21T02:00', false],
	['missed in the evening, in the morning', missed('2027-01-20T19:00'), '2027-01-21T08:00', true],
	[
		'one old and one new',
		[...missed('2027-01-20T11:59'), ...missed('2027-01-19T11:59')],
		'2027-01-20T12:00',
		true
	]
])('a letter with %s', (_, rooms, now, due) => {
	expect(isDigestDue(rooms, at(now))).toBe(due);
});
