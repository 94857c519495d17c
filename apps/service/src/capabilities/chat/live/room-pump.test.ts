import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Connection } from './connection.ts';
import { RoomPump, STEP } from './room-pump.ts';
import type { Told } from './source.ts';

/** A follower that keeps what it is told; `full` takes no more. */
function follower() {
	const heard: string[] = [];
	const state = { full: false };
	const connection = {
		get takesMore() {
			return !state.full;
		},
		write: (bytes: Buffer) => heard.push(...bytes.toString().split(' ').filter(Boolean))
	};
	return { heard, state, connection: connection as unknown as Connection };
}

/** A room in memory, which counts how often it is read. */
function room(longestCatchUp = 1_000) {
	const log: Told[] = [];
	const reads: number[] = [];
	const lost: Connection[] = [];
	const pump = new RoomPump('room', 0, {
		source: async (_, after, limit) => {
			reads.push(after);
			return log.slice(after, after + limit);
		},
		report: (fault) => {
			throw fault;
		},
		longestCatchUp,
		lost: (connection) => {
			lost.push(connection);
			pump.leave(connection);
		}
	});
	const add = (count: number, changes = false) => {
		for (let n = 0; n < count; n += 1)
			log.push({ seq: log.length + 1, frame: Buffer.from(`${log.length + 1} `), changes });
		pump.wake(log.length);
	};
	return { pump, log, reads, lost, add };
}

const upTo = (last: number) => Array.from({ length: last }, (_, n) => String(n + 1));

test('what happens in one turn of the event loop is read once and told in order', async () => {
	const { pump, reads, add } = room();
	const one = follower();
	pump.join(one.connection, 0, 0);
	for (let n = 0; n < 20; n += 1) add(1);
	await sleep(20);
	expect([one.heard, reads]).toEqual([upTo(20), [0]]);
});

test('a notice of what is known already reads nothing', async () => {
	const { pump, reads, add } = room();
	pump.join(follower().connection, 0, 0);
	add(3);
	await sleep(20);
	pump.wake(3);
	pump.wake(2);
	await sleep(20);
	expect(reads).toEqual([0]);
});

test('somebody who takes no more for a while gets everything later, in order, and holds nobody up', async () => {
	const { pump, add } = room();
	const [quick, slow] = [follower(), follower()];
	pump.join(quick.connection, 0, 0);
	pump.join(slow.connection, 0, 0);
	add(5);
	await sleep(20);
	slow.state.full = true;
	add(700);
	await sleep(20);
	expect([quick.heard.length, slow.heard.length]).toEqual([705, 5]);

	slow.state.full = false;
	pump.goOn();
	add(2);
	await sleep(20);
	expect(slow.heard).toEqual(upTo(707));
});

test('who comes back is led on from where it was, beside those who are there', async () => {
	const { pump, add } = room();
	pump.join(follower().connection, 0, 0);
	add(900);
	await sleep(20);
	const back = follower();
	pump.join(back.connection, 3, 900);
	add(1);
	await sleep(20);
	expect(back.heard).toEqual(upTo(901).slice(3));
});

test('who is led on reads one part while the next is on its way, and each part once', async () => {
	const { pump, reads, add } = room(10_000);
	pump.join(follower().connection, 0, 0);
	add(STEP * 4);
	await sleep(20);
	reads.length = 0;
	const back = follower();
	pump.join(back.connection, 0, STEP * 4);
	expect(reads).toEqual([0, STEP]);
	await sleep(20);
	expect([back.heard, reads]).toEqual([upTo(STEP * 4), [0, STEP, STEP * 2, STEP * 3]]);
});

test('somebody who fell too far behind is let go, the others are not', async () => {
	const { pump, lost, add } = room(300);
	const [quick, slow] = [follower(), follower()];
	pump.join(quick.connection, 0, 0);
	pump.join(slow.connection, 0, 0);
	slow.state.full = true;
	add(800);
	await sleep(20);
	slow.state.full = false;
	pump.goOn();
	await sleep(20);
	expect([lost, quick.heard.length, slow.heard.length]).toEqual([[slow.connection], 800, 0]);
});

test('when an earlier event was changed, its old words are not told from memory', async () => {
	const { pump, log, reads, add } = room();
	pump.join(follower().connection, 0, 0);
	add(4);
	await sleep(20);
	log[1] = { seq: 2, frame: Buffer.from('removed '), changes: false };
	add(1, true);
	await sleep(20);

	const back = follower();
	pump.join(back.connection, 0, 5);
	await sleep(20);
	expect(back.heard).toEqual(['1', 'removed', '3', '4', '5']);
	expect(reads).toEqual([0, 4, 0]);
});
