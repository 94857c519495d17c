import { expect, test } from 'vitest';
import { marksOf, typedDecision } from './typed-decision.ts';

test('marks go as numbers, and words or nothing as they were typed', () => {
	const data = new FormData();
	data.set('mark.c1', '2,5');
	data.set('mark.c2', 'отлично');
	data.set('mark.c3', '');
	expect(marksOf(typedDecision(data))).toEqual({ c1: 2.5, c2: 'отлично', c3: null });
	expect(marksOf(typedDecision(new FormData()))).toBeNull();
});
