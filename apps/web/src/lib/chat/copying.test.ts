import { afterEach, expect, test, vi } from 'vitest';
import { copy } from './copying.ts';

afterEach(() => void vi.unstubAllGlobals());

test.each([
	['a browser that copies', { writeText: () => Promise.resolve() }, undefined],
	['one that forbids it', { writeText: () => Promise.reject(new Error('not allowed')) }, 'late'],
	['one that has no clipboard', undefined, 'late']
])('%s: the person is told what came of it', async (_, clipboard, tone) => {
	vi.stubGlobal('navigator', { clipboard });
	const said: unknown[] = [];
	await copy('слово', { show: (...told) => void said.push(told[1]?.tone) });
	expect(said).toEqual([tone]);
});
