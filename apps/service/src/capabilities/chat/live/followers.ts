import type { Database } from '@stazhirovka/db';
import { reachable } from '@stazhirovka/domain/chat';
import { LONGEST_CATCH_UP } from '../reading.ts';
import type { Connection } from './connection.ts';
import { tops, topsFor, type Position } from './queries.ts';
import type { Report } from './report.ts';
import { MOST_KEPT_FRAMES, RoomPump } from './room-pump.ts';
import { storedEvents, type Source } from './source.ts';

/** Told when somebody begins or ends following a room. */
export type Moves = {
	came(connection: Connection, roomId: string): void;
	went(connection: Connection, roomId: string): void;
};

/** Which sockets follow which rooms of this process. */
export class Followers {
	#db: Database;
	#report: Report;
	#moves: Moves;
	#source: Source;
	#pumps = new Map<string, RoomPump>();
	#epochs = new Map<string, string>();

	constructor(db: Database, report: Report, moves: Moves) {
		this.#db = db;
		this.#report = report;
		this.#moves = moves;
		this.#source = storedEvents(db);
	}

	/** From each position on: all that happened since, or `reload`, or `revoked` — never a part (C5). */
	async follow(connection: Connection, positions: Position[]): Promise<void> {
		const { personId } = connection.actor;
		const roomIds = positions.map(({ roomId }) => roomId);
		const found = await topsFor(this.#db, personId, roomIds);

		for (const position of positions) {
			const { roomId } = position;
			const top = found.get(roomId);
			this.leave(connection, roomId);
			if (!connection.isOpen) return;
			if (!top) connection.send({ t: 'revoked', roomId });
			else if (reachable(top, position, LONGEST_CATCH_UP)) this.#join(connection, position, top.seq);
			else connection.send({ t: 'reload', roomId });
		}
	}

	/** Whoever follows a log that was rebuilt since reads the room anew: places in it are not places in this one. */
	#join(connection: Connection, { roomId, epoch, seq }: Position, top: number): void {
		if (this.#epochs.get(roomId) !== epoch)
			this.of(roomId).forEach((follower) => this.#dismiss(follower, roomId));
		const pump = this.#pumps.get(roomId) ?? this.#pump(roomId, Math.max(seq, top - MOST_KEPT_FRAMES));
		this.#pumps.set(roomId, pump);
		this.#epochs.set(roomId, epoch);
		connection.rooms.add(roomId);
		pump.join(connection, seq, top);
		this.#moves.came(connection, roomId);
	}

	#pump(roomId: string, from: number): RoomPump {
		return new RoomPump(roomId, from, {
			source: this.#source,
			report: this.#report,
			longestCatchUp: LONGEST_CATCH_UP,
			lost: (connection) => this.#dismiss(connection, roomId)
		});
	}

	/** What was missed cannot be told any more: the room is read anew. */
	#dismiss(connection: Connection, roomId: string): void {
		this.leave(connection, roomId);
		connection.send({ t: 'reload', roomId });
	}

	leave(connection: Connection, roomId: string): void {
		const pump = this.#pumps.get(roomId);
		if (connection.rooms.delete(roomId)) this.#moves.went(connection, roomId);
		pump?.leave(connection);
		if (!pump?.isIdle) return;
		this.#pumps.delete(roomId);
		this.#epochs.delete(roomId);
	}

	leaveAll(connection: Connection): void {
		for (const roomId of connection.rooms) this.leave(connection, roomId);
	}

	/** Something was stored in the room, up to this place in it. */
	wake(roomId: string, top?: number): void {
		this.#pumps.get(roomId)?.wake(top);
	}

	/** Tells a socket what it was kept waiting for. */
	goOn(connection: Connection): void {
		for (const roomId of connection.rooms) this.#pumps.get(roomId)?.goOn();
	}

	of(roomId: string): Connection[] {
		return this.#pumps.get(roomId)?.followers() ?? [];
	}

	/**
	 * Where each followed room is now (C8); whoever is not there yet is led there. A room whose log was rebuilt is let
	 * go: its followers read it anew.
	 */
	async look(): Promise<ReadonlyMap<string, { roomId: string; seq: number }>> {
		const roomIds = [...this.#pumps.keys()];
		const found = roomIds.length ? await tops(this.#db, roomIds) : [];

		for (const { roomId, epoch, seq } of found) {
			if (this.#epochs.get(roomId) === epoch) this.wake(roomId, seq);
			else this.of(roomId).forEach((connection) => this.#dismiss(connection, roomId));
		}
		return new Map(found.map(({ roomId, seq }) => [roomId, { roomId, seq }]));
	}
}
