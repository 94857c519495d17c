import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isId } from './index.ts';

test('a key is a key, and nothing around or instead of it is', () => {
	fc.assert(fc.property(fc.uuid(), isId));
	const others = fc.tuple(fc.uuid(), fc.constantFrom('', ' ', '/..', 'a'), fc.boolean());
	fc.assert(
		fc.property(others, ([id, more, before]) => {
			expect(isId(more === '' ? id.slice(1) : before ? more + id : id + more)).toBe(false);
		})
	);
	expect(isId('-'.repeat(36))).toBe(false);
});
