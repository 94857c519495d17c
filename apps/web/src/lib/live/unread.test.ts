import type { ServerFrame } from '@stazhirovka/contract/chat';
import { expect, test } from 'vitest';
import type { Listener } from './line.svelte.ts';
import { followUnread } from './unread.ts';

/** A window of a browser: the line that it may open, and what its page shows. */
function openWindow(person: string) {
	const listeners: Listener[] = [];
	const shown: number[] = [];
	const line = {
		listen(listener: Listener) {
			listeners.push(listener);
			return () => void listeners.splice(listeners.indexOf(listener), 1);
		}
	};
	const leave = followUnread({ line, person, told: (unread) => shown.push(unread) });
	const hear = (frame: ServerFrame) => listeners.forEach(({ onframe }) => onframe(frame));
	return { listeners, shown, hear, leave };
}

const unread = (total: number): ServerFrame => ({ t: 'unread', roomId: 'r', count: 1, total });

test('one window of a person keeps a line and tells the others; when it is closed another one does', async () => {
	const [one, two, stranger] = [openWindow('a'), openWindow('a'), openWindow('b')];
	await expect.poll(() => [one, two, stranger].map(({ listeners }) => listeners.length)).toEqual([1, 0, 1]);

	one.hear(unread(3));
	one.hear({ t: 'heartbeat', tops: [], unread: 4 });
	one.hear({ t: 'restart', after: 1 });
	await expect
		.poll(() => [one.shown, two.shown])
		.toEqual([
			[3, 4],
			[3, 4]
		]);

	one.leave();
	await expect.poll(() => two.listeners.length).toBe(1);
	two.hear(unread(0));
	expect([one.listeners.length, one.shown, two.shown, stranger.shown]).toEqual([0, [3, 4], [3, 4, 0], []]);
	two.leave();
	stranger.leave();
});
