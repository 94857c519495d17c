import * as contract from '@stazhirovka/contract/chat';
import { randomUUID } from 'node:crypto';
import { afterAll, expect, test } from 'vitest';
import { talkIn } from '../../testing/chat.ts';
import { openGroup } from '../../testing/group.ts';
import { refusing } from '../../testing/refused.ts';
import { PACES } from './paces.ts';

const group = await openGroup({
	paces: { talking: { max: 4, timeWindow: 20_000 }, exporting: { max: 1, timeWindow: 3_600_000 } }
});
afterAll(() => group.close());
const id = group.groupRoomId;
const talk = talkIn(id);
const tooMany = refusing(429, 'request.too_many');

test('C10: one bucket a person for all that is written and searched over HTTP, and a time to come back', async () => {
	const [intern, again, other] = [
		await group.as(group.interns[0]!),
		await group.as(group.interns[0]!),
		await group.as(group.interns[1]!)
	];
	const seq = await talk.say(intern, 'раз');
	await talk.say(again, 'два');
	await talk.done(intern, { do: 'react', message: seq, name: 'heart' });
	await intern.must(contract.searchMessages, { querystring: { q: 'раз' } });

	expect(await talk.post(intern, 'три')).toMatchObject(tooMany);
	expect(await talk.act(again, { do: 'remove', message: seq })).toMatchObject(tooMany);
	expect(await intern.call(contract.searchMessages, { querystring: { q: 'раз' } })).toMatchObject(tooMany);
	const report = { params: { id, seq }, body: { reason: 'спам' } };
	expect(await intern.call(contract.reportMessage, report)).toMatchObject(tooMany);
	const answer = await intern.inject({
		method: 'POST',
		url: `/api/rooms/${id}/messages`,
		payload: { clientId: randomUUID(), text: 'четыре' }
	});
	expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
	expect((await talk.open(intern)).messages.map(({ text }) => text)).toEqual(['раз', 'два']);
	await talk.say(other, 'Мне можно');
});

test('records of rooms have a bucket of their own', async () => {
	const tutor = await group.as(group.tutor);
	await tutor.must(contract.exportRoom, { params: { id } });
	expect(await tutor.call(contract.exportRoom, { params: { id } })).toMatchObject(tooMany);
	const text = await tutor.inject({ method: 'GET', url: `/api/rooms/${id}/export.txt` });
	expect(text.statusCode).toBe(429);
	await talk.say(tutor, 'Писать можно');
});

test('the paces are above what a hand does and below what a program does', () => {
	expect(PACES.talking).toEqual({ max: 40, timeWindow: 20_000 });
	expect(PACES.exporting.timeWindow / PACES.exporting.max).toBe(120_000);
});
