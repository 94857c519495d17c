import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { headersOf } from '../harness/instance.ts';
import type { Member, TestRoom } from '../harness/rooms.ts';
import { Line } from './line.ts';

const RESEND_MILLISECONDS = 1_500;
const PASSING = new Set(['service.unavailable', 'live.too_many']);

/** `wait`: milliseconds from the first sending; `at`: when it was acknowledged, by `performance.now()`. */
export type Acked = { clientId: string; seq: number; wait: number; at: number };
type Answer = { t: string; clientId?: string; seq?: number; code?: string };

/**
 * Somebody who writes as the product's client does: one message on its way at a time, sent again under its id after a
 * while or on another socket until it is acknowledged, never twice under two ids.
 */
export class Writer {
	readonly acked: Acked[] = [];
	readonly refused: string[] = [];
	resends = 0;
	stopped = false;
	#room: TestRoom;
	#member: Member;
	#port: () => number;
	#pauseMilliseconds: number;
	#line: Line | undefined;
	#answered: ((answer: Answer) => void) | undefined;

	/** `port` tells to which process the next socket goes. */
	constructor(room: TestRoom, member: Member, port: () => number, pauseMilliseconds = 55) {
		this.#room = room;
		this.#member = member;
		this.#port = port;
		this.#pauseMilliseconds = pauseMilliseconds;
	}

	/** Until so many are acknowledged, or until it is stopped. */
	async write(count: number): Promise<void> {
		while (this.acked.length < count && !this.stopped) {
			await this.#deliver(randomUUID());
			await sleep(this.#pauseMilliseconds);
		}
		this.#line?.socket.destroy();
	}

	async #deliver(clientId: string): Promise<void> {
		const from = performance.now();
		const frame = JSON.stringify({
			...{ t: 'send', roomId: this.#room.id, clientId, fileIds: [], task: null },
			text: `Сообщение ${clientId}`
		});
		for (let attempt = 0; !this.stopped; attempt += 1) {
			if (attempt > 0) this.resends += 1;
			const answer = await this.#attempt(frame, clientId);
			if (answer?.t === 'ack' && answer.seq !== undefined) {
				const at = performance.now();
				this.acked.push({ clientId, seq: answer.seq, wait: at - from, at });
				return;
			}
			if (answer?.t === 'nack' && !PASSING.has(answer.code ?? '')) {
				this.refused.push(answer.code ?? '');
				return;
			}
			await sleep(this.#pauseMilliseconds);
		}
	}

	async #attempt(frame: string, clientId: string): Promise<Answer | undefined> {
		const line = await this.#connected();
		if (!line) return undefined;
		return new Promise((resolve) => {
			const late = setTimeout(() => resolve(undefined), RESEND_MILLISECONDS);
			this.#answered = (answer) => {
				if (answer.clientId !== clientId && answer.t !== 'closed') return;
				clearTimeout(late);
				resolve(answer);
			};
			line.say(frame);
		});
	}

	async #connected(): Promise<Line | undefined> {
		if (this.#line && !this.#line.socket.destroyed) return this.#line;
		const port = this.#port();
		const line = await Line.open(port, '/api/live', headersOf(port, this.#member.cookie)).catch(
			() => undefined
		);
		this.#line = line;
		if (!line) return undefined;
		line.socket.once('close', () => {
			if (this.#line === line) this.#line = undefined;
			this.#answered?.({ t: 'closed' });
		});
		line.onFrame = (bytes, from, to) => {
			const answer = JSON.parse(bytes.toString('utf8', from, to)) as Answer;
			if (answer.t === 'ack' || answer.t === 'nack') this.#answered?.(answer);
		};
		return line;
	}
}
