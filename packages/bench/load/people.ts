import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { serveParent } from '../harness/child.ts';
import { headersOf } from '../harness/instance.ts';
import type { TestRoom } from '../harness/rooms.ts';
import { quantile, type Measures } from '../harness/statistics.ts';
import { Line } from './line.ts';
import { pace } from './pace.ts';

type Seat = { roomId: string; line: Line };
let seats: Seat[] = [];

const AT_ONCE = 20;
const PATIENCE_MILLISECONDS = 10_000;
const WORDS = 'Добрый день! Посмотрите, пожалуйста, второй критерий в карте урока.';
/** `{"t":"event"`: the first letter of what it is. */
const KIND_AT = 6;
const EVENT = 'e'.charCodeAt(0);
const ACK = 'a'.charCodeAt(0);
const STAMP = Buffer.from('"@');
const LONGEST_STAMP = 24;

/** People of the product: signed in, following their rooms, writing into them. A process of its own. */
export const people = serveParent({
	/** Everybody of these rooms, each at the next of the ports in turn, following from the room's end. */
	async open(ports: number[], rooms: (TestRoom & { seq: number })[]) {
		const wanted = rooms.flatMap((room) => room.members.map((member) => ({ room, member })));
		seats = [];
		for (let n = 0; n < wanted.length; n += AT_ONCE)
			seats.push(
				...(await Promise.all(
					wanted.slice(n, n + AT_ONCE).map(async ({ room, member }, place) => {
						const port = ports[(n + place) % ports.length] ?? 0;
						const line = await Line.open(port, '/api/live', headersOf(port, member.cookie));
						const { id, epoch, seq } = room;
						line.say(JSON.stringify({ t: 'follow', rooms: [{ roomId: id, epoch, seq }] }));
						return { roomId: id, line };
					})
				))
			);
		await sleep(1_000);
	},

	close() {
		for (const { line } of seats) line.socket.destroy();
		seats = [];
	},

	/** So many messages a second; how long each delivery took in milliseconds, and how many did not come. */
	async paced(rate: number, milliseconds: number): Promise<Measures> {
		const waits: number[] = [];
		const perRoom = new Map<string, number>();
		for (const { roomId } of seats) perRoom.set(roomId, (perRoom.get(roomId) ?? 0) + 1);
		let [acks, nacks, expected] = [0, 0, 0];
		for (const { line, roomId } of seats)
			line.onFrame = (bytes, from, to) => {
				const kind = bytes[from + KIND_AT];
				if (kind === EVENT) waits.push(performance.now() - stampIn(bytes, from, to));
				else if (kind === ACK) {
					acks += 1;
					expected += perRoom.get(roomId) ?? 0;
				} else if (bytes.includes('"nack"', from)) nacks += 1;
			};
		const sent = await pace(rate, milliseconds, (n) => {
			// A step that has no factor in common with the number of seats visits them all.
			const { line, roomId } = seats[(n * 7_919) % seats.length] ?? {};
			line?.say(
				JSON.stringify({
					...{ t: 'send', roomId, clientId: randomUUID(), fileIds: [], task: null },
					text: `@${performance.now()} ${WORDS}`
				})
			);
		});
		for (const end = performance.now() + PATIENCE_MILLISECONDS; performance.now() < end; await sleep(50))
			if (acks + nacks >= sent && waits.length >= expected) break;
		return {
			p50: quantile(waits, 0.5),
			p99: quantile(waits, 0.99),
			lost: expected - waits.length,
			unanswered: sent - acks
		};
	}
});

/** The text begins with a moment: the number after the mark, up to the space that follows it. */
function stampIn(bytes: Buffer, from: number, to: number): number {
	const at = bytes.indexOf(STAMP, from) + STAMP.length;
	return Number.parseFloat(bytes.toString('latin1', at, Math.min(to, at + LONGEST_STAMP)));
}
