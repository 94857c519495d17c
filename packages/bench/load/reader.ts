import { setTimeout as sleep } from 'node:timers/promises';
import { headersOf } from '../harness/instance.ts';
import type { Member, TestRoom } from '../harness/rooms.ts';
import { Line } from './line.ts';

const PAUSE_MILLISECONDS = 100;

type Frame = {
	t: string;
	roomId?: string;
	event?: { seq: number; clientId: string };
	tops?: { roomId: string; seq: number }[];
};
export type Heard = { seq: number; clientId: string; at: number };

/**
 * Somebody who reads a room as the product's client does: applies the event right after its position, lets pass what it
 * has, resumes where something is missing, and comes back from where it is when the socket is lost.
 */
export class Reader {
	readonly heard: Heard[] = [];
	/** Events that did not come right after the one before: each caused a resume. */
	gaps = 0;
	repeated = 0;
	reloads = 0;
	/** When it asked last for what it has not, by `performance.now()`. */
	followedAt = Number.NaN;
	stopped = false;
	line: Line | undefined;
	#room: TestRoom;
	#member: Member;
	#port: () => number;
	#before: number;

	constructor(room: TestRoom, member: Member, port: () => number, after = 0) {
		this.#room = room;
		this.#member = member;
		this.#port = port;
		this.#before = after;
	}

	get position(): number {
		return this.#before + this.heard.length;
	}

	/** Opens a socket, and another one whenever it is lost, until it is stopped. */
	async start(): Promise<void> {
		await this.#connect();
		void this.#keep();
	}

	stop(): void {
		this.stopped = true;
		this.line?.socket.destroy();
	}

	/** Until it is that far, or the time is over. */
	async reaches(seq: number, milliseconds: number): Promise<boolean> {
		for (const end = performance.now() + milliseconds; performance.now() < end; await sleep(5))
			if (this.position >= seq) return true;
		return this.position >= seq;
	}

	async #keep(): Promise<void> {
		while (!this.stopped) {
			const { line } = this;
			if (line && !line.socket.destroyed) await new Promise((resolve) => line.socket.once('close', resolve));
			if (this.stopped) return;
			await sleep(PAUSE_MILLISECONDS * Math.random());
			await this.#connect();
		}
	}

	async #connect(): Promise<void> {
		const port = this.#port();
		const line = await Line.open(port, '/api/live', headersOf(port, this.#member.cookie)).catch(
			() => undefined
		);
		if (!line) return;
		this.line = line;
		line.onFrame = (bytes, from, to) => this.#hear(JSON.parse(bytes.toString('utf8', from, to)) as Frame);
		this.#follow();
		if (this.stopped) line.socket.destroy();
	}

	#follow(): void {
		const { id, epoch } = this.#room;
		this.followedAt = performance.now();
		this.line?.say(JSON.stringify({ t: 'follow', rooms: [{ roomId: id, epoch, seq: this.position }] }));
	}

	#hear({ t, event, tops }: Frame): void {
		if (t === 'event' && event) {
			if (event.seq === this.position + 1)
				this.heard.push({ seq: event.seq, clientId: event.clientId, at: performance.now() });
			else if (event.seq <= this.position) this.repeated += 1;
			else {
				this.gaps += 1;
				this.#follow();
			}
		} else if (t === 'reload') {
			this.reloads += 1;
		} else if (t === 'heartbeat' && (tops?.[0]?.seq ?? 0) > this.position + 1_000) this.#follow();
	}
}
