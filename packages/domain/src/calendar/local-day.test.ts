import fc from 'fast-check';
import { expect, test } from 'vitest';
import { localDay } from './index.ts';

const ZONES = [
	'Europe/Moscow',
	'Asia/Kamchatka',
	'Europe/Berlin',
	'Asia/Kathmandu',
	'Africa/Monrovia',
	'+07:00'
];

/** The same day told anew by a format of its own, which remembers nothing. */
function toldAnew(at: Date, timeZone: string): string {
	const format = new Intl.DateTimeFormat('sv-SE', {
		timeZone,
		year: 'numeric',
		month: '2-digit',
		day: '2-digit'
	});
	return format.format(at);
}

test('a day that was told before is the day that would be told anew, also where clocks are changed', () => {
	const moments = fc.date({
		min: new Date('1960-01-01T00:00:00Z'),
		max: new Date('2060-01-01T00:00:00Z'),
		noInvalidDate: true
	});
	fc.assert(
		fc.property(
			moments,
			fc.constantFrom(...ZONES),
			fc.integer({ min: 0, max: 1_800_000 }),
			(at, zone, later) => {
				for (const moment of [at, new Date(at.getTime() + later), at])
					expect(localDay(moment, zone)).toBe(toldAnew(moment, zone));
			}
		),
		{ numRuns: 300 }
	);
});

test.each([
	['2026-03-29T00:59:59.999Z', 'Europe/Berlin', '2026-03-29'],
	['2027-01-17T20:59:59.999Z', 'Europe/Moscow', '2027-01-17'],
	['2027-01-17T21:00:00.000Z', 'Europe/Moscow', '2027-01-18'],
	['2027-01-17T18:14:59.999Z', 'Asia/Kathmandu', '2027-01-17'],
	['2027-01-17T18:15:00.000Z', 'Asia/Kathmandu', '2027-01-18']
])('%s in %s is %s', (moment, zone, day) => {
	expect(localDay(new Date(moment), zone)).toBe(day);
});
