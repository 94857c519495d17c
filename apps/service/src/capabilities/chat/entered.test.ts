import { expect, test, vi } from 'vitest';
import type * as searching from './searching.ts';
import { enterWords } from './words-store.ts';

let rounds = 0;

/** Whatever is found among words that are read is found among entered ones: the same tests, all entered before each search. */
vi.mock('./searching.ts', async (original) => {
	const { search, ...others } = await original<typeof searching>();
	return {
		...others,
		async search(...asked: Parameters<typeof search>) {
			await enterWords(asked[0]);
			rounds += 1;
			return search(...asked);
		}
	};
});
await import('./searching.test.ts');
test('and they were entered', () => expect(rounds).toBeGreaterThan(10));
