import type { ServerFrame } from '@stazhirovka/contract/chat';
import type { LiveLine } from './line.svelte.ts';

type Ports = {
	line: Pick<LiveLine, 'listen'>;
	/** Whose messages: another person in the same browser hears nothing of them. */
	person: string;
	told: (unread: number) => void;
};

/**
 * Tells how many messages are unread, as it changes, until it is left. Of all the windows that a person has open one
 * keeps a line for it and tells the others: sockets of a person are few. Where there are no locks each has its own.
 */
export function followUnread({ line, person, told }: Ports): () => void {
	const name = `unread ${person}`;
	const leaving = new AbortController();
	const channel = new BroadcastChannel(name);
	channel.onmessage = ({ data }) => told(Number(data));

	const listen = () =>
		line.listen({
			onframe(frame) {
				const total = totalIn(frame);
				if (total === null) return;
				told(total);
				channel.postMessage(total);
			}
		});
	const untilLeft = () =>
		new Promise<void>((end) => {
			const leave = listen();
			leaving.signal.addEventListener('abort', () => {
				leave();
				end();
			});
		});
	const { locks } = navigator as { locks?: LockManager };
	if (locks) void locks.request(name, leaving, untilLeft).catch(() => undefined);
	else void untilLeft();

	return () => {
		leaving.abort();
		channel.close();
	};
}

function totalIn(frame: ServerFrame): number | null {
	if (frame.t === 'unread') return frame.total;
	return frame.t === 'heartbeat' ? frame.unread : null;
}
