import type { Deps } from '../../../shell/context.ts';
import { PERSON_CHANNEL, PROGRESS_CHANNEL, ROOM_CHANNEL } from '../../../shell/live.ts';
import { Attendance } from './attendance.ts';
import type { Connection } from './connection.ts';
import { Followers } from './followers.ts';
import { Presence } from './presence.ts';
import { unreadTotals, type Position } from './queries.ts';
import type { Report } from './report.ts';
import { Seen } from './seen.ts';
import { Standing } from './standing.ts';
import { LIVE_TIMINGS, type Timings } from './timings.ts';
import { Typing } from './typing.ts';
import { Unread } from './unread.ts';
import { Watchers } from './watchers.ts';

/** Every open socket of this process, and the news that reaches them. Nothing here is needed by another process. */
export class Hub {
	readonly presence = new Presence();
	readonly watchers: Watchers;
	readonly typing: Typing;
	#deps: Deps;
	#report: Report;
	#timings: Timings;
	#followers: Followers;
	#standing: Standing;
	#unread: Unread;
	#seen: Seen;
	#attendance: Attendance;
	#looking = false;
	#stops: (() => void)[] = [];

	constructor(deps: Deps, report: Report, timings: Timings = LIVE_TIMINGS) {
		this.#deps = deps;
		this.#report = report;
		this.#timings = timings;
		this.watchers = new Watchers(deps.db);
		this.#attendance = new Attendance(deps.live);
		this.#followers = new Followers(deps.db, report, this.#attendance);
		this.typing = new Typing(deps.live, this.#followers);
		this.#standing = new Standing(deps.db, report, this.presence, this.#followers, this.watchers);
		this.#unread = new Unread(deps.db, report, this.presence);
		this.#seen = new Seen(deps.db, report, this.#followers);
	}

	start(): void {
		const { live } = this.#deps;
		const { heartbeat, poll } = this.#timings;
		this.#stops = [
			live.subscribe(ROOM_CHANNEL, (payload) => this.#roomNews(payload)),
			live.subscribe(PERSON_CHANNEL, (payload) => this.#personNews(payload)),
			live.subscribe(PROGRESS_CHANNEL, (cohortId) => this.watchers.news(cohortId)),
			this.#attendance.start(),
			this.typing.start(),
			live.onReconnect(() => this.#lookAtAll()),
			repeat(poll, () => (live.hears() ? void this.#look() : this.#lookAtAll())),
			repeat(heartbeat, () => void this.#beat())
		];
	}

	stop(): void {
		this.#stops.forEach((stop) => stop());
	}

	/** False when the person has enough sockets open. What changed since the upgrade was asked is looked at anew. */
	enter(connection: Connection): boolean {
		if (!this.presence.add(connection)) return false;
		connection.onSpace = () => this.#followers.goOn(connection);
		connection.send({ t: 'hello', serverTime: this.#deps.now().toISOString() });
		this.#standing.doubt(connection.actor.personId);
		return true;
	}

	leave(connection: Connection): void {
		this.presence.remove(connection);
		this.#followers.leaveAll(connection);
		this.watchers.leave(connection);
	}

	/** Something may be taken away while positions are compared; then they are looked at once more. */
	async follow(connection: Connection, positions: Position[]): Promise<void> {
		const before = connection.doubts;
		await this.#followers.follow(connection, positions);
		if (connection.doubts !== before) this.#standing.doubt(connection.actor.personId);
	}

	/** This process has stored an event: its own sockets need no notice, and those of others get theirs. */
	stored(roomId: string, seq: number): void {
		this.#followers.wake(roomId, seq);
		this.#deps.live.committed(ROOM_CHANNEL, `${roomId}:${seq}`);
	}

	/** `room:seq`, or several of them with commas between. */
	#roomNews(payload: string): void {
		for (const place of payload.split(',')) {
			const [roomId = '', seq] = place.split(':');
			this.#followers.wake(roomId, seq === undefined ? undefined : Number(seq));
			this.#unread.changed(roomId);
		}
	}

	/**
	 * `person` alone: look again at what he may do. `person:room`: he read on, perhaps in another window; with `marks`
	 * after it, he began or ceased to hide how far.
	 */
	#personNews(payload: string): void {
		const [personId = '', roomId, what] = payload.split(':');
		if (!roomId) return this.#standing.doubt(personId);
		this.#unread.changed(roomId, personId);
		this.#seen.moved(roomId, personId, { switched: what === 'marks' });
	}

	/** Notices were or are being missed. */
	#lookAtAll(): void {
		this.#standing.doubt(...this.presence.people());
		this.watchers.newsOfAll();
		this.#attendance.askAll();
		void this.#look();
	}

	/** A notice may always be lost: its process may have died between COMMIT and telling. */
	async #look(): Promise<void> {
		if (this.#looking) return;
		this.#looking = true;
		await this.#followers.look().catch(this.#report);
		this.#looking = false;
	}

	/** Where each room is, how much is unread, and whether everybody is still there and still may be (C8, C9). */
	async #beat(): Promise<void> {
		this.#attendance.beat();
		const present = this.presence.all().filter((connection) => connection.probe(this.#timings.silence));
		const people = this.presence.people();
		if (present.length === 0) return;
		this.#standing.doubt(...people);

		const looking = Promise.all([this.#followers.look(), unreadTotals(this.#deps.db, people)]);
		const facts = await looking.catch(this.#report);
		if (!facts) return;
		const [tops, rows] = facts;
		const totals = new Map(rows.map(({ personId, total }) => [personId, total]));
		for (const connection of present) {
			const mine = [...connection.rooms].flatMap((roomId) => tops.get(roomId) ?? []);
			connection.send({ t: 'heartbeat', tops: mine, unread: totals.get(connection.actor.personId) ?? 0 });
		}
	}
}

function repeat(milliseconds: number, work: () => unknown): () => void {
	const timer = setInterval(work, milliseconds).unref();
	return () => clearInterval(timer);
}
