import { setTimeout as sleep } from 'node:timers/promises';
import { serveParent } from '../harness/child.ts';
import { quantile, type Measures } from '../harness/statistics.ts';
import { Line } from './line.ts';
import { pace } from './pace.ts';

/** Sockets by room: the first of each room speaks. */
let rooms: Line[][] = [];

/** What every message says, long enough to be like one. */
const WORDS = 'Добрый день! Посмотрите, пожалуйста, второй критерий в карте урока.';
const SETTLE_MILLISECONDS = 150;
const STAMP = Buffer.from('"@');
const QUOTE = '"'.charCodeAt(0);

/** All the people at the other end of the sockets, as a process of its own. */
export const crowd = serveParent({
	async open(port: number, roomCount: number, perRoom: number) {
		rooms = [];
		for (let room = 0; room < roomCount; room += 1) {
			const opening = Array.from({ length: perRoom }, () => Line.open(port, `/?room=${room}`));
			rooms.push(await Promise.all(opening));
		}
	},

	close() {
		for (const line of rooms.flat()) line.socket.destroy();
		rooms = [];
	},

	/** In each room `window` messages are always on their way: a new one goes when its author sees an old one. */
	async closedLoop(window: number, milliseconds: number): Promise<Measures> {
		const text = JSON.stringify({ text: WORDS });
		let running = true;
		for (const line of rooms.flat()) line.onFrame = () => undefined;
		for (const [speaker] of rooms) {
			if (!speaker) continue;
			let owed = 0;
			speaker.onFrame = () => {
				if (!running) return;
				owed += 1;
				if (owed > 1) return;
				queueMicrotask(() => {
					speaker.say(...Array<string>(owed).fill(text));
					owed = 0;
				});
			};
			speaker.say(...Array<string>(window).fill(text));
		}
		const begun = heard();
		await sleep(SETTLE_MILLISECONDS);
		const [before, from] = [heard(), performance.now()];
		await sleep(milliseconds);
		const deliveries = ((heard() - before) * 1_000) / (performance.now() - from);
		running = false;
		await quiet();
		return { deliveries, heard: heard() - begun };
	},

	/** So many messages a second, whatever comes of them; how long each delivery took, in milliseconds. */
	async paced(rate: number, milliseconds: number): Promise<Measures> {
		const waits: number[] = [];
		const speakers = rooms.flatMap(([first]) => first ?? []);
		for (const line of rooms.flat())
			line.onFrame = (bytes, from, to) => waits.push(performance.now() - stampIn(bytes, from, to));
		const begun = heard();
		const sent = await pace(rate, milliseconds, (n) =>
			speakers[n % speakers.length]?.say(JSON.stringify({ text: `@${performance.now()}`, words: WORDS }))
		);
		await quiet();
		const perRoom = rooms[0]?.length ?? 0;
		return {
			p50: quantile(waits, 0.5),
			p99: quantile(waits, 0.99),
			lost: sent * perRoom - (heard() - begun)
		};
	},

	/** Stops the last socket of the first room reading, as a browser does that sleeps. */
	stall(stalled: boolean) {
		const socket = rooms[0]?.at(-1)?.socket;
		if (stalled) socket?.pause();
		else socket?.resume();
	}
});

function heard(): number {
	return rooms.flat().reduce((sum, { frames }) => sum + frames, 0);
}

async function quiet(): Promise<void> {
	for (let before = -1; before !== heard(); await sleep(SETTLE_MILLISECONDS)) before = heard();
}

function stampIn(bytes: Buffer, from: number, to: number): number {
	const at = bytes.indexOf(STAMP, from) + STAMP.length;
	const end = bytes.indexOf(QUOTE, at);
	return end < to ? Number(bytes.toString('latin1', at, end)) : Number.NaN;
}
