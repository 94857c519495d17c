import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../calendar/index.ts';
import { renewableAfter, themeTakenBy } from './renewing.ts';
import type { StatusPeriod } from './status.ts';

const active = (from: string, lastDay: string): StatusPeriod => ({
	...{ state: 'active', from, lastDay, terminated: false }
});

test('a new term is asked for within 180 days of the last one, and after it', () => {
	const periods = [active('2025-01-01', '2027-06-30')];
	expect(renewableAfter(periods, '2027-01-01')).toBe('2027-06-30');
	expect(renewableAfter(periods, '2026-12-31')).toBe(null);
	expect(renewableAfter(periods, '2028-01-01')).toBe('2027-06-30');
	expect(renewableAfter([], '2027-01-01')).toBe(null);
});

test('a theme is taken however it is written, and only on days that meet', () => {
	const others = [
		{ theme: 'Тьюторство  и ещё', title: 'Первая', periods: [active('2027-01-01', '2027-12-31')] }
	];
	const asked = { theme: '«тьюторство и еще»', from: '2027-12-31', lastDay: '2029-01-01' };
	expect(themeTakenBy(others, asked)).toBe('Первая');
	expect(themeTakenBy(others, { ...asked, from: '2028-01-01' })).toBe(null);
	expect(themeTakenBy(others, { ...asked, theme: 'Другая' })).toBe(null);
});

test('a theme is taken exactly when some day belongs to both terms', () => {
	const day = fc.integer({ min: 0, max: 30 });
	const on = (days: number) => addDays('2027-01-01', days);
	fc.assert(
		fc.property(day, day, day, day, (a, b, c, d) => {
			fc.pre(c <= d);
			const others = [{ theme: 'Тема', title: 'Первая', periods: [active(on(a), on(b))] }];
			const asked = { theme: 'Тема', from: on(c), lastDay: on(d) };
			const shared = Array.from({ length: 31 }, (_, n) => n).some(
				(n) => a <= n && n <= b && c <= n && n <= d
			);
			expect(themeTakenBy(others, asked)).toBe(shared ? 'Первая' : null);
		})
	);
});
