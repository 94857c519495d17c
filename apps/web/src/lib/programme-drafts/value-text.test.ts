import { expect, test } from 'vitest';
import { textOfValue } from './value-text.ts';

test('a value is read as words: lists by lines, things without their keys', () => {
	expect(textOfValue('Цель')).toBe('Цель');
	expect(textOfValue(['T01', 'T02'])).toBe('– T01\n– T02');
	expect(textOfValue([{ key: 'D1', title: 'Речь', n: 1 }])).toBe('– Речь; 1');
	expect(textOfValue(null)).toBe('');
	expect(textOfValue('я'.repeat(2000))).toHaveLength(1201);
});
