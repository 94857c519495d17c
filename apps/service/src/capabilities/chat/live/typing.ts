import { TYPING_CHANNEL, type Live } from '../../../shell/live.ts';
import type { Connection } from './connection.ts';
import { encode } from './frame.ts';

/** Whoever says it oftener is not heard oftener. */
const QUIET_MILLISECONDS = 1_000;

type Room = { of(roomId: string): Connection[] };

/** Tells those who follow a room that somebody writes in it. Nothing of it is stored. */
export class Typing {
	#live: Live;
	#followers: Room;
	#saidAt = new WeakMap<Connection, Map<string, number>>();

	constructor(live: Live, followers: Room) {
		this.#live = live;
		this.#followers = followers;
	}

	/** Returns its own stop. */
	start(): () => void {
		return this.#live.subscribe(TYPING_CHANNEL, (payload) => {
			const [roomId = '', personId = ''] = payload.split(':');
			this.#tell(roomId, personId);
		});
	}

	/** Heard only from those who follow the room. */
	hear(connection: Connection, roomId: string): void {
		if (connection.held || !connection.rooms.has(roomId)) return;
		const said = this.#saidAt.get(connection) ?? new Map<string, number>();
		this.#saidAt.set(connection, said);

		const now = performance.now();
		if (now - (said.get(roomId) ?? -Infinity) < QUIET_MILLISECONDS) return;
		said.set(roomId, now);
		this.#live.publish(TYPING_CHANNEL, `${roomId}:${connection.actor.personId}`);
	}

	#tell(roomId: string, personId: string): void {
		const followers = this.#followers.of(roomId);
		if (followers.length === 0) return;
		const frame = encode({ t: 'typing', roomId, personId });
		for (const connection of followers)
			if (!connection.held && connection.actor.personId !== personId) connection.hint(frame);
	}
}
