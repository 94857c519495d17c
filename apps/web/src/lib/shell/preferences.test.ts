import { expect, test } from 'vitest';
import { attributesOf, readPreferences, USUAL, writePreferences } from './preferences.ts';

test('what was written into the cookie is read back', () => {
	const chosen = { ...USUAL, theme: 'white-on-black', size: '1.5', pictures: 'off' } as const;

	expect(readPreferences(new URLSearchParams(writePreferences(chosen)))).toEqual(chosen);
});

test('an unknown value in the cookie is the usual one', () => {
	expect(readPreferences(new URLSearchParams('theme=%22%3E%3Cscript&size=9'))).toEqual(USUAL);
});

test('the page carries only what differs from the usual', () => {
	expect(attributesOf(USUAL)).toEqual({});
	expect(attributesOf({ ...USUAL, size: '2', serif: 'on' })).toEqual({
		'data-size': '2',
		'data-serif': 'on'
	});
});
