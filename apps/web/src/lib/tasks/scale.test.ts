import { expect, test } from 'vitest';
import { scaleOf } from './scale.ts';

test('measurements share one scale that begins at zero and keeps a margin', () => {
	const scale = scaleOf([6, 7, 5, 9, 10]);
	expect([scale.from, scale.to, scale.at(0), scale.at(10), scale.at(5)]).toEqual([0, 10, '4%', '96%', '50%']);
});

test('a scale of equal zeros is still a scale', () => {
	expect(scaleOf([0, 0]).at(0)).toBe('4%');
});
