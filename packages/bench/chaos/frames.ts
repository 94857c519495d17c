import { setTimeout as sleep } from 'node:timers/promises';
import { headersOf } from '../harness/instance.ts';
import { oneOf } from '../harness/random.ts';
import { quantile } from '../harness/statistics.ts';
import { Line } from '../load/line.ts';
import { Reader } from '../load/reader.ts';
import { Writer } from '../load/writer.ts';
import { share, type Chaos } from './chaos.ts';
import { attacks, type Attack, type Found } from './hostile-frames.ts';
import { openStage } from './stage.ts';

const FRAMES = 20_000;
const ATTACKERS = 20;
const PATIENCE_MILLISECONDS = 3_000;

/** Throws it at a socket of its own, and waits until what must come of it has come. */
async function attack(
	port: number,
	cookie: string,
	{ bytes, fits }: Attack
): Promise<Found & { fits: boolean }> {
	const line = await Line.open(port, '/api/live', headersOf(port, cookie));
	const found = { closed: undefined as number | undefined, refused: 0, nacked: 0, revoked: 0, pongs: 0 };
	line.onFrame = (frame, from, to) => {
		const { t } = JSON.parse(frame.toString('utf8', from, to));
		if (t === 'refused') found.refused += 1;
		else if (t === 'nack') found.nacked += 1;
		else if (t === 'revoked') found.revoked += 1;
	};
	line.socket.write(bytes);
	const look = () => fits(Object.assign(found, { closed: line.closeCode, pongs: line.pongs }));
	for (const end = performance.now() + PATIENCE_MILLISECONDS; performance.now() < end && !look();)
		await sleep(5);
	// What must not come has a moment to come.
	await sleep(20);
	const right = look();
	line.socket.destroy();
	return { ...found, fits: right };
}

/** R13. */
export const frames: Chaos = {
	name: 'frames',
	promise: 'R13 20,000 hostile frames: no crash, each with its documented answer, the neighbour unaffected',
	async run(random, part) {
		const stage = await openStage({ instances: 1, rooms: 2, perRoom: ATTACKERS });
		const [quiet, loud] = stage.rooms;
		const port = stage.ports[0] ?? 0;
		if (!quiet || !loud) throw new Error('No room');
		const [author, neighbour] = quiet.members;
		if (!author || !neighbour) throw new Error('No people');
		const writer = new Writer(quiet, author, () => port, 100);
		const reader = new Reader(quiet, neighbour, () => port);
		await reader.start();
		const writing = writer.write(Infinity);

		let sent = 0;
		const wrong = new Map<string, Found>();
		const wanted = share(FRAMES, part);
		const attacking = loud.members.map(async ({ cookie }) => {
			while (sent < wanted) {
				const chosen = oneOf(random, attacks(Math.floor(random() * 1_000_000)));
				sent += chosen.frames;
				const { fits, ...found } = await attack(port, cookie, chosen);
				if (!fits) wrong.set(chosen.name, found);
			}
		});
		await Promise.all(attacking);
		writer.stopped = true;
		await writing;
		const whole = await reader.reaches(writer.acked.length, 3_000);
		const ackedAt = new Map(writer.acked.map(({ clientId, at, wait }) => [clientId, at - wait]));
		const heardAfter = reader.heard.map(({ clientId, at }) => at - (ackedAt.get(clientId) ?? Number.NaN));
		const neighbourP99 = Math.round(quantile(heardAfter, 0.99));
		const crashed = stage.instances.some((instance) => instance.isGone());
		reader.stop();
		await stage.close();
		const kept = !crashed && wrong.size === 0 && whole && neighbourP99 < 500 && writer.resends === 0;
		return {
			frames: sent,
			crashed,
			wrong: Object.fromEntries(wrong),
			neighbourP99,
			neighbourWhole: whole,
			kept
		};
	}
};
