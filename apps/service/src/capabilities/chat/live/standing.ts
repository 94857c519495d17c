import type { Deps } from '../../../shell/context.ts';
import { readStanding } from '../../accounts/index.ts';
import { CLOSED, type Connection } from './connection.ts';
import type { Followers } from './followers.ts';
import type { Presence } from './presence.ts';
import { memberships } from './queries.ts';
import type { Report } from './report.ts';
import type { Watchers } from './watchers.ts';

const RETRY_MILLISECONDS = 1_000;

/**
 * Whether open sockets may still do what they do (C9). A doubt about a person stops delivery at once; the review that
 * follows ends sockets whose session ended, takes rooms and cohorts away, and lets the rest go on.
 */
export class Standing {
	#db: Deps['db'];
	#report: Report;
	#presence: Presence;
	#followers: Followers;
	#watchers: Watchers;
	#doubted = new Set<string>();
	#reviewing = false;

	constructor(db: Deps['db'], report: Report, presence: Presence, followers: Followers, watchers: Watchers) {
		this.#db = db;
		this.#report = report;
		this.#presence = presence;
		this.#followers = followers;
		this.#watchers = watchers;
	}

	doubt(...personIds: string[]): void {
		for (const personId of personIds) {
			this.#presence.of(personId).forEach((connection) => connection.doubt());
			this.#doubted.add(personId);
		}
		if (!this.#reviewing) void this.#reviewAll();
	}

	async #reviewAll(): Promise<void> {
		this.#reviewing = true;
		while (this.#doubted.size) {
			const people = [...this.#doubted];
			this.#doubted.clear();
			try {
				await this.#review(people.flatMap((personId) => this.#presence.of(personId)));
			} catch (error) {
				this.#report(error);
				// Held until the store answers: silence is safer than telling too much.
				people.forEach((personId) => this.#doubted.add(personId));
				await new Promise((resolve) => setTimeout(resolve, RETRY_MILLISECONDS).unref());
			}
		}
		this.#reviewing = false;
	}

	async #review(connections: Connection[]): Promise<void> {
		if (connections.length === 0) return;
		const doubts = new Map(connections.map((connection) => [connection, connection.doubts]));
		const alive = await this.#withSessions(connections);

		const personIds = alive.map(({ actor }) => actor.personId);
		// What is followed from here on was looked at when it was asked for, and the answer may know nothing of it.
		const followed = alive.map((connection) => ({ connection, rooms: [...connection.rooms] }));
		const roomIds = new Set(followed.flatMap(({ rooms }) => rooms));
		const pairs = roomIds.size ? await memberships(this.#db, personIds, [...roomIds]) : [];
		const inside = new Set(pairs.map(({ personId, roomId }) => `${personId} ${roomId}`));

		for (const { connection, rooms } of followed) {
			const isOutside = (roomId: string) => !inside.has(`${connection.actor.personId} ${roomId}`);
			for (const roomId of rooms.filter(isOutside)) this.#revoke(connection, roomId);
			connection.settle(doubts.get(connection) ?? 0);
			this.#followers.goOn(connection);
		}
		await this.#watchers.review(alive);
	}

	#revoke(connection: Connection, roomId: string): void {
		if (!connection.rooms.has(roomId)) return;
		this.#followers.leave(connection, roomId);
		connection.send({ t: 'revoked', roomId });
	}

	/** Those whose session stands, with the grants of now; the others are closed. */
	async #withSessions(connections: Connection[]): Promise<Connection[]> {
		const found = await readStanding(
			this.#db,
			connections.map(({ actor }) => actor.sessionId)
		);
		return connections.filter((connection) => {
			const grants = found.get(connection.actor.sessionId);
			if (grants) connection.actor = { ...connection.actor, grants: grants };
			else connection.close(CLOSED.session, 'session.ended');
			return grants !== undefined;
		});
	}
}
