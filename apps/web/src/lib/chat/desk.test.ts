import { expect, test } from 'vitest';
import type { Told } from './ask.ts';
import { Desk } from './desk.svelte.ts';
import type { RoomController } from './room.svelte.ts';

function open() {
	return new Desk({ room: {} } as RoomController, {
		view: () => {
			throw new Error('not asked');
		},
		refused: () => undefined,
		replies: () => [],
		place: { panel: null },
		space: () => null,
		hasKeys: () => true
	});
}

test('C6: what is asked for once is not asked again, unless there was no network', async () => {
	const desk = open();
	const answers: Told<string>[] = [
		{ ok: false, code: 'service.unavailable', again: true },
		{ ok: true, value: 'карточка' }
	];
	const next = () => Promise.resolve<Told<string>>(answers.shift() ?? { ok: false, code: 'x', again: false });

	expect(await desk.once('a', next)).toBeNull();
	expect(await desk.once('a', next)).toBe('карточка');
	expect([await desk.once('a', next), await desk.once('b', next), answers]).toEqual(['карточка', null, []]);
});
