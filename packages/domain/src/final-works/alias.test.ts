import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aliasOf } from './index.ts';

test('blindness: the alias of a work is stable and tells nothing but itself', () => {
	expect(aliasOf('01980000-0000-7000-8000-000000000001')).toBe(
		aliasOf('01980000-0000-7000-8000-000000000001')
	);
	fc.assert(fc.property(fc.uuid({ version: 7 }), (id) => /^[1-9][0-9][А-Я]{2}$/.test(aliasOf(id))));
});

test('blindness: works that came one after the other have aliases in no order', () => {
	const ids = Array.from(
		{ length: 1000 },
		(_, n) => `01980000-0000-7000-8000-${String(n).padStart(12, '0')}`
	);
	const aliases = ids.map(aliasOf);
	const rises = aliases.filter((alias, n) => n > 0 && alias > (aliases[n - 1] ?? '')).length;

	expect(new Set(aliases).size).toBeGreaterThan(970);
	expect(Math.abs(rises - 500)).toBeLessThan(60);
});
