import { randomUUID } from 'node:crypto';
import { PRESENCE_CHANNEL, type Live } from '../../../shell/live.ts';
import type { Connection } from './connection.ts';
import { Elsewhere, type Word } from './elsewhere.ts';
import { encode } from './frame.ts';

const GATHER_MILLISECONDS = 300;
/** Of a larger gathering nobody is told who is there; so many ids fit into one NOTIFY of 8,000 bytes. */
const LARGEST = 180;

type Room = {
	/** The sockets of this process, by person. */
	mine: Map<string, Set<Connection>>;
	/** What the sockets were told, and what other processes were. */
	told: Set<string>;
	announced: Set<string>;
	/** Sockets that were told nothing yet. */
	newcomers: Set<Connection>;
};
type Said = Word extends infer W ? (W extends Word ? Omit<W, 'from'> : never) : never;

/** Who follows which room, in this process and in others. Nothing of it is stored. */
export class Attendance {
	readonly #name = randomUUID();
	#live: Live;
	#rooms = new Map<string, Room>();
	#elsewhere = new Elsewhere();
	#moved = new Set<string>();

	constructor(live: Live) {
		this.#live = live;
	}

	/** Returns its own stop. */
	start(): () => void {
		const stop = this.#live.subscribe(PRESENCE_CHANNEL, (payload) => this.#hear(JSON.parse(payload) as Word));
		this.#say({ is: 'question', room: null });
		return () => {
			stop();
			this.#say({ is: 'farewell' });
		};
	}

	came(connection: Connection, roomId: string): void {
		const { personId } = connection.actor;
		const room = this.#rooms.get(roomId) ?? this.#open(roomId);
		room.mine.set(personId, (room.mine.get(personId) ?? new Set()).add(connection));
		room.newcomers.add(connection);
		this.#changed(roomId);
	}

	went(connection: Connection, roomId: string): void {
		const { personId } = connection.actor;
		const room = this.#rooms.get(roomId);
		const windows = room?.mine.get(personId);
		windows?.delete(connection);
		room?.newcomers.delete(connection);
		if (windows?.size === 0) room?.mine.delete(personId);
		this.#changed(roomId);
	}

	/** A sign of life, now and then; processes that gave none for long are forgotten. */
	beat(): void {
		this.#say({ is: 'alive' });
		this.#elsewhere.forgetSilent(performance.now()).forEach((roomId) => this.#changed(roomId));
	}

	/** Words of others may have been missed, and ours by them. */
	askAll(): void {
		this.#say({ is: 'question', room: null });
		for (const roomId of this.#rooms.keys()) this.#answer(roomId);
	}

	#open(roomId: string): Room {
		const room: Room = { mine: new Map(), told: new Set(), announced: new Set(), newcomers: new Set() };
		this.#rooms.set(roomId, room);
		return room;
	}

	#hear(word: Word): void {
		if (word.from === this.#name) return;
		const stranger = !this.#elsewhere.knows(word.from);
		this.#elsewhere.hear(word, performance.now()).forEach((roomId) => this.#changed(roomId));
		if (word.is === 'alive' && stranger) this.#say({ is: 'question', room: null });
		if (word.is !== 'question') return;
		for (const roomId of word.room === null ? this.#rooms.keys() : [word.room]) this.#answer(roomId);
	}

	#answer(roomId: string): void {
		const here = [...(this.#rooms.get(roomId)?.mine.keys() ?? [])];
		if (here.length <= LARGEST) this.#say({ is: 'whole', room: roomId, here });
	}

	#changed(roomId: string): void {
		if (!this.#rooms.has(roomId)) return;
		if (this.#moved.size === 0) setTimeout(() => this.#tell(), GATHER_MILLISECONDS).unref();
		this.#moved.add(roomId);
	}

	#tell(): void {
		const moved = [...this.#moved];
		this.#moved.clear();
		for (const roomId of moved) {
			const room = this.#rooms.get(roomId);
			if (!room) continue;
			this.#tellOthers(roomId, room);
			this.#tellMine(roomId, room);
			if (room.mine.size === 0) this.#rooms.delete(roomId);
			else if (room.newcomers.size) this.#changed(roomId);
		}
	}

	/** Everybody of them, each time. Whoever may be told nothing for the moment (C9) stays a newcomer. */
	#tellMine(roomId: string, room: Room): void {
		const now = new Set([...room.mine.keys(), ...this.#elsewhere.in(roomId)]);
		if (now.size > LARGEST) now.clear();
		const { here, gone } = difference(room.told, now);
		const moved = here.length > 0 || gone.length > 0;
		const { newcomers } = room;
		room.told = now;
		room.newcomers = new Set();

		const frame = encode({ t: 'presence', roomId, present: [...now] });
		for (const connection of [...room.mine.values()].flatMap((windows) => [...windows])) {
			if (connection.held) room.newcomers.add(connection);
			else if (moved || newcomers.has(connection)) connection.hint(frame);
		}
	}

	/** Each process speaks of its own people only. */
	#tellOthers(roomId: string, room: Room): void {
		const now = room.mine.size > LARGEST ? new Set<string>() : new Set(room.mine.keys());
		const { here, gone } = difference(room.announced, now);
		room.announced = now;
		if (gone.length || here.length)
			this.#say(
				here.length + gone.length > LARGEST
					? { is: 'whole', room: roomId, here: [...now] }
					: { is: 'moves', room: roomId, here, gone }
			);
	}

	#say(word: Said): void {
		this.#live.publish(PRESENCE_CHANNEL, JSON.stringify({ from: this.#name, ...word }));
	}
}

function difference(before: Set<string>, now: Set<string>) {
	return {
		here: [...now].filter((id) => !before.has(id)),
		gone: [...before].filter((id) => !now.has(id))
	};
}
