import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Unsent } from './unsent.svelte.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('C7: a room says that something was not sent when it has not gone within two seconds, and until it has', async () => {
	let kept: string[] = [];
	let reads = 0;
	const unsent = new Unsent(() => {
		reads += 1;
		return Promise.resolve(kept);
	});
	await unsent.look();

	kept = ['r'];
	unsent.changed();
	await vi.advanceTimersByTimeAsync(1_000);
	kept = [];
	unsent.changed();
	await vi.advanceTimersByTimeAsync(1_000);
	expect([unsent.rooms, reads]).toEqual([[], 2]);

	kept = ['r'];
	unsent.changed();
	await vi.advanceTimersByTimeAsync(2_000);
	expect(unsent.rooms).toEqual(['r']);
	kept = [];
	unsent.changed();
	await vi.advanceTimersByTimeAsync(2_000);
	expect(unsent.rooms).toEqual([]);
});
