import { expect, test } from 'vitest';
import { byDay, whenOf } from './times.ts';

const slot = (startsAt: string, endsAt: string) => ({ startsAt, endsAt, timeZone: 'Asia/Novosibirsk' });

test('R63 a consultation is told by the clock of the site', () => {
	expect(whenOf(slot('2027-01-20T12:00:00Z', '2027-01-20T12:30:00Z'))).toBe(
		'20\u00a0января 2027\u00a0г., 19:00–19:30'
	);
});

test('R63 days are those of the site, too', () => {
	const [late, next] = [
		slot('2027-01-20T16:00:00Z', '2027-01-20T16:30:00Z'),
		slot('2027-01-20T17:30:00Z', '2027-01-20T18:00:00Z')
	];
	expect(byDay([late, next])).toEqual([
		{ day: '20\u00a0января 2027\u00a0г.', slots: [late] },
		{ day: '21\u00a0января 2027\u00a0г.', slots: [next] }
	]);
});
