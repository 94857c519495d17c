import type { Database } from '@stazhirovka/db';
import { reachable } from '@stazhirovka/domain/chat';
import { LONGEST_CATCH_UP } from '../reading.ts';
import type { Connection } from './connection.ts';
import { distances, tops, type Position } from './queries.ts';
import type { Report } from './report.ts';
import { RoomPump } from './room-pump.ts';

/** More than this at once would fill a slow socket: the room is read anew instead, over HTTP. */
const LONGEST_CATCH_UP_BYTES = 512_000;

/** Which sockets follow which rooms of this process. */
export class Followers {
	#db: Database;
	#report: Report;
	#pumps = new Map<string, RoomPump>();
	#epochs = new Map<string, string>();

	constructor(db: Database, report: Report) {
		this.#db = db;
		this.#report = report;
	}

	/** From each position on: all that happened since, or `reload`, or `revoked` — never a part (C5). */
	async follow(connection: Connection, positions: Position[]): Promise<void> {
		const found = await distances(this.#db, connection.actor.personId, positions);
		let left = LONGEST_CATCH_UP_BYTES;

		for (const position of positions) {
			const { roomId } = position;
			const top = found.find((room) => room.roomId === roomId);
			this.leave(connection, roomId);
			if (!top) connection.send({ t: 'revoked', roomId });
			else if (!reachable(top, position, LONGEST_CATCH_UP) || top.bytes > left)
				connection.send({ t: 'reload', roomId });
			else {
				left -= top.bytes;
				this.#join(connection, position);
			}
		}
	}

	#join(connection: Connection, { roomId, epoch, seq }: Position): void {
		const pump = this.#pumps.get(roomId) ?? new RoomPump(this.#db, this.#report, roomId);
		this.#pumps.set(roomId, pump);
		this.#epochs.set(roomId, epoch);
		connection.rooms.add(roomId);
		pump.join(connection, seq);
	}

	leave(connection: Connection, roomId: string): void {
		const pump = this.#pumps.get(roomId);
		connection.rooms.delete(roomId);
		pump?.leave(connection);
		if (!pump?.isIdle) return;
		this.#pumps.delete(roomId);
		this.#epochs.delete(roomId);
	}

	leaveAll(connection: Connection): void {
		for (const roomId of connection.rooms) this.leave(connection, roomId);
	}

	wake(roomId: string): void {
		this.#pumps.get(roomId)?.wake();
	}

	wakeFor(connection: Connection): void {
		for (const roomId of connection.rooms) this.wake(roomId);
	}

	wakeAll(): void {
		for (const pump of this.#pumps.values()) pump.wake();
	}

	/** Where each followed room is now (C8). A room whose log was rebuilt is let go: its followers read it anew. */
	async look(): Promise<ReadonlyMap<string, { roomId: string; seq: number }>> {
		const roomIds = [...this.#pumps.keys()];
		const found = roomIds.length ? await tops(this.#db, roomIds) : [];

		for (const { roomId, epoch } of found) {
			if (this.#epochs.get(roomId) !== epoch) this.#rebuilt(roomId);
		}
		return new Map(found.map(({ roomId, seq }) => [roomId, { roomId, seq }]));
	}

	#rebuilt(roomId: string): void {
		for (const connection of this.#pumps.get(roomId)?.followers() ?? []) {
			this.leave(connection, roomId);
			connection.send({ t: 'reload', roomId });
		}
	}
}
