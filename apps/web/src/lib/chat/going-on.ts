import type { keptOf } from './kept.ts';
import type { RoomController } from './room.svelte.ts';

/** Sends what the browser has kept of a room, also what another window leaves behind, for as long as the room is open. */
export function goOn(controller: RoomController, kept: ReturnType<typeof keptOf>): () => void {
	let leave: (() => void) | undefined;
	let gone = false;
	void kept.read().then(({ outbox }) => {
		if (!gone) leave = controller.open(outbox);
	});
	const unfollow = kept.follow({
		gone: (ids) => ids.forEach((id) => controller.drop(id)),
		left: () => void kept.read().then(({ outbox }) => gone || controller.recall(outbox))
	});
	return () => {
		gone = true;
		unfollow();
		leave?.();
		// What it has not sent goes on from wherever the person is (lib/live/informed.ts).
		setTimeout(() => document.dispatchEvent(new Event('roomleft')));
	};
}
