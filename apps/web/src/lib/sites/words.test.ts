import { expect, test } from 'vitest';
import { statusWords } from '#lib/staff/words.ts';
import { termWords } from './words.ts';

/** Months hold their days by spaces that do not break. */
const plain = (words: string) => words.replaceAll('\u00a0', ' ');

test('R21: a status that ended on its first day has no term that ends before it begins', () => {
	const told = (from: string, lastDay: string | null, endedFrom: string | null) =>
		plain(termWords({ from, lastDay, endedFrom }));
	expect(told('2026-11-22', null, '2026-11-22')).toBe('прекращён с 22 ноября 2026 г., в первый же день');
	expect(told('2026-11-21', '2026-11-22', null)).toBe('21 ноября – 22 ноября 2026 г.');
	expect(told('2026-11-21', '2026-11-22', '2026-11-23')).toBe(
		'21 ноября – 22 ноября 2026 г., прекращён с 23 ноября 2026 г.'
	);
});

test('R21: the leader reads from which day an act ended the status, and until which day it lasts', () => {
	const lastDay = '2026-11-21';
	const told = ['active', 'terminated', 'expired'].map((status) => plain(statusWords({ status, lastDay })));
	expect(told).toEqual([
		'статус действует до 21 ноября 2026 г.',
		'статус прекращён с 22 ноября 2026 г.',
		'срок статуса истёк 21 ноября 2026 г.'
	]);
});
