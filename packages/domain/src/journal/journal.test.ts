import { expect, test } from 'vitest';
import { isReason, JOURNAL_KINDS } from './index.ts';

test('R169: every kind is a thing and what happened to it, once', () => {
	expect(new Set(JOURNAL_KINDS).size).toBe(JOURNAL_KINDS.length);
	expect(JOURNAL_KINDS.filter((kind) => !/^[a-z]+(_[a-z]+)*\.[a-z]+(_[a-z]+)*$/.test(kind))).toEqual([]);
});

test.each([
	['', false],
	['   \n\t   ', false],
	['девять зн', false],
	['  девять зн  ', false],
	['десять зна', true],
	['😀😀😀😀😀', false],
	['😀😀😀😀😀😀😀😀😀😀', true]
])('R169: «%s» as a reason: %s', (text, stands) => {
	expect(isReason(text)).toBe(stands);
});
