import {
	addQuickReply,
	comeBack,
	getAway,
	goAway,
	listQuickReplies,
	listRoomAway,
	removeQuickReply
} from '@stazhirovka/contract/answering';
import { listConsultations } from '@stazhirovka/contract/consultations';
import { rooms } from '@stazhirovka/db/schema';
import { eq } from 'drizzle-orm';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { refused } from '../../testing/refused.ts';
import { createWorld } from '../../testing/world.ts';

const world = await createWorld();
afterAll(world.close);
beforeEach(() => world.at('2027-01-18T07:00:00Z'));

const tutor = await world.as(world.tutor);
const intern = await world.as(world.interns[0]!);
const [thread] = await world.db
	.select({ id: rooms.id })
	.from(rooms)
	.where(eq(rooms.enrolmentId, world.enrolments[0]!.id));
const room = { params: { id: thread!.id } };

test('a tutor keeps templates of answers; the same words are kept once, and nobody else has them', async () => {
	for (const text of ['Посмотрите пример в материалах.', 'Принято, спасибо.', 'Принято, спасибо.'])
		await tutor.must(addQuickReply, { body: { text } });
	const replies = await tutor.must(listQuickReplies, {});
	expect(replies.map(({ text }) => text)).toEqual(['Посмотрите пример в материалах.', 'Принято, спасибо.']);
	expect(await intern.must(listQuickReplies, {})).toEqual([]);

	const first = { params: { id: replies[0]!.id } };
	expect(await intern.call(removeQuickReply, first)).toEqual(refused(404, 'quick_reply.missing'));
	await tutor.must(removeQuickReply, first);
	expect((await tutor.must(listQuickReplies, {})).map(({ text }) => text)).toEqual(['Принято, спасибо.']);
});

test('interns see in the room and where they book until which day the tutor is away', async () => {
	await tutor.must(goAway, { body: { until: '2027-01-22', note: 'Отвечает Рада Петровна.' } });
	const note = {
		person: expect.objectContaining({ id: world.tutor.id }),
		until: '2027-01-22',
		note: 'Отвечает Рада Петровна.'
	};
	const booking = () =>
		intern.must(listConsultations, { params: { id: world.enrolments[0]!.id } }).then(({ away }) => away);

	expect([await intern.must(listRoomAway, room), await booking()]).toEqual([[note], [note]]);
	world.at('2027-01-22T20:59:00Z');
	expect(await booking()).toEqual([note]);
	world.at('2027-01-22T21:00:00Z');
	expect([await booking(), await tutor.must(getAway, {})]).toEqual([[], { away: null }]);

	world.at('2027-01-18T07:00:00Z');
	await tutor.must(comeBack, {});
	expect(await booking()).toEqual([]);
	for (const until of ['2027-01-17', '2027-02-30', 'завтра'])
		expect(await tutor.call(goAway, { body: { until, note: '' } })).toEqual(
			refused(422, 'away.day_wrong', { field: 'until' })
		);
});

test('R167 a note of an intern is told to nobody, and a room of others tells nothing', async () => {
	await intern.must(goAway, { body: { until: '2027-01-22', note: 'Болею' } });
	expect(await tutor.must(listRoomAway, room)).toEqual([]);
	const stranger = await world.as(world.interns[1]!);
	expect(await stranger.call(listRoomAway, room)).toEqual(refused(404, 'room.missing'));
});
