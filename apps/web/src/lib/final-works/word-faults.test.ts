import { expect, test } from 'vitest';
import { faultsOf } from './word-faults.ts';

const word = { author: 'Ли Н.', position: 'завуч', text: 'Урок видела, приёмы работают.' };

test('R113 a short word of the administration is enough', () => {
	expect(faultsOf(word)).toEqual([]);
});

test('R113 each fault names its field and its limit', () => {
	expect(faultsOf({ author: ' ', position: 'я', text: 'Хорошо' })).toEqual([
		{ field: 'author', code: 'required', limit: 3, found: 0 },
		{ field: 'position', code: 'too_short', limit: 2, found: 1 },
		{ field: 'text', code: 'too_short', limit: 20, found: 6 }
	]);
	expect(faultsOf({ ...word, text: 'а'.repeat(4001) })).toEqual([
		{ field: 'text', code: 'too_long', limit: 4000, found: 4001 }
	]);
});
