import * as contract from '@stazhirovka/contract/spaces';
import { applyAll } from '@stazhirovka/domain/chat';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { stateOf } from '../../testing/chat.ts';
import { MEETING } from '../../testing/conferring.ts';
import { openHall } from '../../testing/hall.ts';
import { recorded } from '../../testing/records.ts';
import { refused } from '../../testing/refused.ts';

const hall = await openHall();
const { world, people, as, announced, running } = hall;
beforeEach(() => world.at('2027-01-18T07:00:00Z'));
afterAll(() => world.close());

test('R62: one has the floor and writes, others raise hands and ask in threads; applied event by event it is what is fetched', async () => {
	const { room, talk, give, roomId } = await announced();
	const before = stateOf(await room(as.guest));
	expect(before.conference).toMatchObject({
		stage: 'waiting',
		startsAt: '2027-01-20T12:00:00.000Z',
		minutes: 60
	});
	expect(await talk.post(as.guest, 'Рано')).toMatchObject(refused(409, 'message.not_your_floor'));

	await talk.done(as.leader, { do: 'open_conference' });
	await give(people.first, 0);
	const speech = await talk.say(as.first, 'Начнём с чтения вслух');
	expect(await talk.post(as.second, 'Перебью')).toMatchObject(refused(409, 'message.not_your_floor'));
	await talk.say(as.leader, 'Пять минут, коллеги');
	await talk.say(as.guest, 'А с какого класса?', { replyTo: speech });
	await talk.done(as.guest, { do: 'ask_floor' });
	await talk.done(as.second, { do: 'ask_floor' });
	expect(await give(people.guest, null)).toMatchObject(refused(409, 'conference.questions_closed'));
	await talk.done(as.leader, { do: 'open_questions' });
	await give(people.guest, null);
	expect((await room(as.first)).conference).toMatchObject({
		stage: 'questions',
		floor: { personId: people.guest.id, speech: null },
		hands: [people.second.id],
		heard: [0]
	});
	await talk.say(as.guest, 'Спасибо');
	await talk.done(as.guest, { do: 'return_floor' });
	expect(await talk.post(as.guest, 'И ещё')).toMatchObject(refused(409, 'message.not_your_floor'));
	await talk.done(as.leader, { do: 'end_conference' });

	const { events } = await talk.events(as.guest, before.seq);
	const after = stateOf(await room(as.guest));
	expect(applyAll(before, events)).toEqual(after);
	expect(after).toMatchObject({
		closed: { reason: '' },
		conference: { stage: 'closed', floor: null, hands: [] }
	});
	expect((await recorded(world.db, '', [roomId])).map(({ kind }) => kind)).toEqual([
		...['conference.arranged', 'conference.arranged', 'conference.opened', 'floor.given', 'floor.asked'],
		...['floor.asked', 'questions.opened', 'floor.given', 'floor.returned', 'conference.closed']
	]);
});

test('R62: after the end the room is only read, for the moderator too, and does not open again', async () => {
	const { talk, give } = await running();
	await talk.done(as.leader, { do: 'end_conference' });
	const closed = refused(409, 'message.room_closed');
	expect(await talk.post(as.leader, 'Ещё слово')).toMatchObject(closed);
	expect(await talk.act(as.guest, { do: 'ask_floor' })).toMatchObject(refused(409, 'conference.not_running'));
	expect(await give(people.first, 0)).toMatchObject(refused(409, 'conference.not_running'));
	expect(await talk.act(as.leader, { do: 'reopen' })).toMatchObject(refused(409, 'conference.ends_itself'));
});

test('R62: of two presses at once one gives the floor, and the same press twice is one', async () => {
	const { talk, give, room } = await running();
	const answers = await Promise.all([give(people.first, 0), give(people.first, 0)]);
	expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true]);
	expect(answers.find(({ ok }) => !ok)).toMatchObject(refused(409, 'floor.heard_already'));

	const clientId = randomUUID();
	const asked = await Promise.all([1, 2, 3].map(() => talk.act(as.guest, { do: 'ask_floor' }, clientId)));
	expect(asked.map((one) => one.ok && one.value.seq)).toEqual(
		Array(3).fill(asked[0]?.ok && asked[0].value.seq)
	);
	expect((await room(as.guest)).conference?.hands).toEqual([people.guest.id]);
	expect(await talk.act(as.guest, { do: 'open_questions' }, clientId)).toMatchObject(
		refused(409, 'message.key_reused')
	);

	const closing = await Promise.all([1, 2].map(() => talk.act(as.leader, { do: 'end_conference' })));
	expect(closing.map(({ ok }) => ok).sort()).toEqual([false, true]);
});

test('R62: the floor and the right to write go together, however close one press is to another', async () => {
	const { talk, give } = await running();
	for (let round = 0; round < 5; round += 1) {
		const { talk: other } = await running();
		await other.act(as.leader, { do: 'give_floor', personId: people.first.id, speech: 0 });
		const [taken, said] = await Promise.all([
			other.done(as.leader, { do: 'return_floor' }),
			other.post(as.first, 'Последнее слово')
		]);
		if (said.ok) expect(said.value.seq).toBeLessThan(taken);
		else expect(said).toMatchObject(refused(409, 'message.not_your_floor'));
	}
	await give(people.first, 0);
	expect(await talk.act(as.guest, { do: 'return_floor' })).toMatchObject(refused(409, 'floor.not_yours'));
	expect(await talk.act(as.guest, { do: 'open_questions' })).toMatchObject(
		refused(409, 'room.not_moderator')
	);
});

test('R62, C9: whoever is taken out in the middle loses the floor and the room within a second', async () => {
	const { talk, give, room, roomId } = await running();
	const client = await world.live(people.first);
	const { epoch, seq } = await room(as.first);
	client.say({ t: 'follow', rooms: [{ roomId, epoch, seq }] });
	await give(people.first, 0);
	await talk.say(as.first, 'Слышно?');
	await client.events(2);

	const before = stateOf(await room(as.guest));
	const from = performance.now();
	await as.leader.must(contract.excludeMember, { params: { id: roomId, person: people.first.id } });
	await client.next('revoked');
	expect(performance.now() - from).toBeLessThan(1_000);
	client.say({ t: 'send', roomId, clientId: randomUUID(), text: 'Я ещё говорю' });
	expect(await client.next('nack')).toMatchObject({ code: 'room.missing' });
	await client.leave();

	const after = stateOf(await room(as.guest));
	expect(after.conference).toMatchObject({ floor: null, heard: [0] });
	expect(applyAll(before, (await talk.events(as.guest, before.seq)).events)).toEqual(after);
	expect(await give(people.first, null)).toMatchObject(refused(409, 'floor.left'));
});

test('R62: for strangers there is no conference', async () => {
	const { talk, params } = await running();
	const missing = refused(404, 'room.missing');
	const { stranger } = as;
	expect(await talk.act(stranger, { do: 'ask_floor' })).toMatchObject(missing);
	expect(await talk.act(stranger, { do: 'end_conference' })).toMatchObject(missing);
	expect(await stranger.call(contract.getSpace, { params })).toMatchObject(missing);
	expect(await stranger.call(contract.printConference, { params })).toMatchObject(missing);
	expect(await stranger.call(contract.readConferenceCalendar, { params })).toMatchObject(missing);
	const arrange = { params, body: { meeting: MEETING, programme: [] } };
	expect(await stranger.call(contract.arrangeConference, arrange)).toMatchObject(missing);
	expect(await as.guest.call(contract.arrangeConference, arrange)).toMatchObject(refused(403, 'forbidden'));
	expect(await as.leader.call(contract.arrangeConference, arrange)).toMatchObject(
		refused(409, 'conference.begun')
	);
});
