import { expect, test } from 'vitest';
import { lastTellableDay } from './index.ts';

test('R142: what was published yesterday is told from eight in the morning of Moscow on', () => {
	expect(lastTellableDay(new Date('2027-01-18T04:59:59Z'))).toBe('2027-01-16');
	expect(lastTellableDay(new Date('2027-01-18T05:00:00Z'))).toBe('2027-01-17');
	expect(lastTellableDay(new Date('2027-01-18T20:59:59Z'))).toBe('2027-01-17');
	expect(lastTellableDay(new Date('2027-01-18T22:00:00Z'))).toBe('2027-01-17');
});
