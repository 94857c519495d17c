import { expect, test, vi } from 'vitest';
import { Writers } from './writers.ts';

test('a composer that is awaited has the focus once it is there, and no other has it', () => {
	const [room, thread] = [writer(), writer()];
	const writers = new Writers();
	writers.begin(7);
	writers.add(null, room);
	const leave = writers.add(7, thread);
	expect([room, thread].map(({ focus }) => focus.mock.calls.length)).toEqual([0, 1]);

	leave();
	writers.add(7, thread);
	expect(thread.focus).toHaveBeenCalledTimes(1);
});

test('a composer that is there has the focus at once', () => {
	const room = writer();
	const writers = new Writers();
	writers.add(null, room);
	writers.begin(null);
	expect(room.focus).toHaveBeenCalledOnce();
});

function writer() {
	return { focus: vi.fn(), take: vi.fn() };
}
