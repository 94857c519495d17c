import { afterEach, expect, test, vi } from 'vitest';
import { copied } from './copying.ts';

afterEach(() => void vi.unstubAllGlobals());

test.each([
	['a browser that copies', { writeText: () => Promise.resolve() }, true],
	['one that forbids it', { writeText: () => Promise.reject(new Error('not allowed')) }, false],
	['one that has no clipboard', undefined, false]
])('%s is told from others', async (_, clipboard, told) => {
	vi.stubGlobal('navigator', { clipboard });
	expect(await copied('слово')).toBe(told);
});
