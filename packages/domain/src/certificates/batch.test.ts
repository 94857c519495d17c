import { expect, test } from 'vitest';
import { decideBatch } from './batch.ts';

test.each([
	['prepared', 'other', undefined],
	['prepared', 'author', 'batch.own'],
	['approved', 'other', 'batch.decided'],
	['returned', 'other', 'batch.decided'],
	['approved', 'author', 'batch.decided']
] as const)('R18: a batch that is %s and decided by the %s: %s', (state, by, code) => {
	const judged = decideBatch({ state, preparedBy: 'author' }, by);
	expect(judged.ok ? undefined : judged.refusal.code).toBe(code);
});
