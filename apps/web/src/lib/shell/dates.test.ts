import { expect, test } from 'vitest';
import { clock, dayText, lastDay, momentDay, momentText, monthText, periodText, shortDay } from './dates.ts';

test('days are written as people say them, tied by no-break spaces', () => {
	expect(dayText('2027-02-26')).toBe('26\u00a0февраля 2027\u00a0г.');
	expect(shortDay('2027-01-08')).toBe('8\u00a0января');
	expect(monthText('2023-05')).toBe('май 2023\u00a0г.');
	expect(momentDay('2027-01-18T21:30:00Z')).toBe('19\u00a0января 2027\u00a0г.');
});

test('a period names a shared year once', () => {
	expect(periodText('2027-01-18', '2027-02-26')).toBe('18\u00a0января – 26\u00a0февраля 2027\u00a0г.');
	expect(periodText('2026-12-18', '2027-02-26')).toBe(
		'18\u00a0декабря 2026\u00a0г. – 26\u00a0февраля 2027\u00a0г.'
	);
});

test('a moment is told in the zone that is asked for', () => {
	expect(momentText('2027-01-18T21:30:00Z')).toBe('19\u00a0января 2027\u00a0г., 00:30');
	expect(clock('2027-01-18T21:30:00Z', 'Asia/Vladivostok')).toBe('07:30');
});

test('a deadline is told by the day that it ends with', () => {
	expect(lastDay('2027-02-26T21:00:00Z')).toBe('26\u00a0февраля 2027\u00a0г.');
	expect(lastDay('2027-02-26T14:00:00Z', 'Asia/Vladivostok')).toBe('26\u00a0февраля 2027\u00a0г.');
});
