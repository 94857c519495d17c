import { expect, test } from 'vitest';
import { adviseReviews, dueReminder, isExpired, leaseFrom, shortageRisk } from './index.ts';

const at = (time: string) => new Date(`2027-02-${time}:00Z`);
const lease = leaseFrom(at('10T12:00'));

test('R115: a review is held for three days, with reminders after half of them and after eight tenths', () => {
	expect(lease).toEqual({
		from: at('10T12:00'),
		reminders: [at('12T00:00'), at('12T21:36')],
		until: at('13T12:00')
	});
	expect([isExpired(lease, at('13T11:59')), isExpired(lease, at('13T12:00'))]).toEqual([false, true]);
});

test.each([
	['before half of the time nothing', '11T23:59', null, null],
	['the first at half of it', '12T00:00', null, '12T00:00'],
	['not a second time', '12T08:00', '12T00:00', null],
	['the second', '12T21:36', '12T00:01', '12T21:36'],
	['only the second when both were missed', '13T01:00', null, '12T21:36'],
	['nothing when the lease is over', '13T12:00', null, null]
])('R115: of reminders is due: %s', (_, now, sent, due) => {
	expect(dueReminder(lease, sent ? at(sent) : null, at(now))).toEqual(due ? at(due) : null);
});

test('R115: of 15 in 100 reviews that do not come 39 works in 100 are short of three, and 11 when four are given', () => {
	expect(shortageRisk(3, 3, 0.15)).toBeCloseTo(0.385875, 12);
	expect(shortageRisk(3, 4, 0.15)).toBeCloseTo(1 - 0.85 ** 4 - 4 * 0.15 * 0.85 ** 3, 12);
	expect(adviseReviews(3, 0.15)).toMatchObject({ reviews: 4 });
	expect(adviseReviews(3, 0.05)).toMatchObject({ reviews: 3 });
});

test.each([
	[3, 3, 0, 0],
	[3, 2, 0, 1],
	[3, 4, 1, 1],
	[0, 4, 1, 0],
	[1, 2, 0.5, 0.25],
	[2, 2, 0.5, 0.75]
])('R115: wanted %i, given %i, failing %d: the risk is %d', (wanted, given, dropout, risk) => {
	expect(shortageRisk(wanted, given, dropout)).toBeCloseTo(risk, 12);
});
