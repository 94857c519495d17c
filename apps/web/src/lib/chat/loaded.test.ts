import { expect, test } from 'vitest';
import type { Told } from './ask.ts';
import { Loaded } from './loaded.svelte.ts';

const AWAY: Told<never> = { ok: false, code: 'service.unavailable', again: true };

/** Answers in turn; after the last there is no network. */
function open(...answers: Told<number[]>[]) {
	const asked = { times: 0 };
	const loaded = new Loaded<number[]>(() => {
		asked.times += 1;
		return Promise.resolve(answers.shift() ?? AWAY);
	});
	return { loaded, asked };
}

test('C6: a list is asked for anew only when what it depends on is another', async () => {
	const pinned = [1];
	const { loaded, asked } = open({ ok: true, value: [1] }, { ok: true, value: [1, 2] });
	for (let tick = 0; tick < 10; tick++) loaded.of(pinned, 3);
	await expect.poll(() => loaded.value).toEqual([1]);
	expect(asked.times).toBe(1);

	loaded.of([1, 2], 3);
	expect(loaded.value).toEqual([1]);
	await expect.poll(() => loaded.value).toEqual([1, 2]);
});

test('C6: a list that did not come is not an empty one; the last one stays and may be asked for again', async () => {
	const { loaded } = open(AWAY, { ok: true, value: [1] });
	await loaded.again();
	expect([loaded.value, loaded.problem]).toEqual([null, 'service.unavailable']);
	await loaded.again();
	expect([loaded.value, loaded.problem]).toEqual([[1], null]);
	await loaded.again();
	expect([loaded.value, loaded.problem]).toEqual([[1], 'service.unavailable']);
});

test('C6: of two answers that cross the newer question counts', async () => {
	const ends: ((told: Told<number>) => void)[] = [];
	const loaded = new Loaded<number>(() => new Promise((end) => ends.push(end)));
	const both = [loaded.again(), loaded.again()];
	ends[1]?.({ ok: true, value: 2 });
	ends[0]?.({ ok: true, value: 1 });
	await Promise.all(both);
	expect(loaded.value).toBe(2);
});
