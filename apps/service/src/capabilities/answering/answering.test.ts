import {
	agreeOnAnswers,
	getAnswering,
	listOpenQuestions,
	waiveAnswer
} from '@stazhirovka/contract/answering';
import { actInRoom, postMessage } from '@stazhirovka/contract/chat';
import { answerReminders, answerWaivers, outbox, people, rooms } from '@stazhirovka/db/schema';
import { and, eq } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { emptyRooms } from '../../testing/empty-rooms.ts';
import { outsiders } from '../../testing/outsiders.ts';
import { refused } from '../../testing/refused.ts';
import { createWorld } from '../../testing/world.ts';
import { postTemplate } from '../chat/index.ts';
import { remindTutors } from './reminding.ts';

const world = await createWorld();
afterAll(world.close);

const tutor = await world.as(world.tutor);
const leader = await world.as(world.leader);
const intern = await world.as(world.interns[0]!);
const params = { id: world.cohort.id };

async function roomOf(kind: 'private' | 'group', enrolmentId?: string) {
	const [room] = await world.db
		.select({ id: rooms.id })
		.from(rooms)
		.where(
			and(
				eq(rooms.cohortId, world.cohort.id),
				eq(rooms.kind, kind),
				enrolmentId ? eq(rooms.enrolmentId, enrolmentId) : undefined
			)
		);
	return room!.id;
}
const thread = await roomOf('private', world.enrolments[0]!.id);
const group = await roomOf('group');

/** Monday 18 January 2027, 10:00 in Moscow, a working day. */
beforeEach(async () => {
	world.at('2027-01-18T07:00:00Z');
	for (const table of [answerReminders, answerWaivers, outbox]) await world.db.delete(table);
	await emptyRooms(world.db);
});

function say(who: typeof tutor, room: string, text: string, replyTo: number | null = null) {
	const body = { clientId: randomUUID(), text, replyTo };
	return who.must(postMessage, { params: { id: room }, body });
}

function waiting(who = tutor) {
	return who.must(listOpenQuestions, {});
}

test('what an intern writes waits for the tutor until somebody of the staff speaks', async () => {
	await say(intern, thread, 'Где взять бланк?');
	await say(intern, thread, 'И до какого дня?');
	world.at('2027-01-18T09:30:00Z');

	expect(await waiting()).toEqual([
		{
			...{ roomId: thread, kind: 'private', cohort: 'Поток 1', timeZone: 'Europe/Moscow' },
			person: { id: world.interns[0]!.id, fullName: expect.any(String), shortName: expect.any(String) },
			since: '2027-01-18T07:00:00.000Z',
			...{ seq: 1, lastSeq: 2, count: 2, text: 'Где взять бланк?' },
			...{ hours: 2, late: false, answerBy: '2027-01-20T07:00:00.000Z' }
		}
	]);
	await say(tutor, thread, 'В материалах, до пятницы.');
	expect(await waiting()).toEqual([]);
	await say(intern, thread, 'Спасибо, нашла. А вторая часть?');
	expect(await waiting()).toMatchObject([{ seq: 4, count: 1 }]);
});

test('an answer in a thread answers what began it, and a message that was taken back waits no more', async () => {
	await say(intern, group, 'Когда встречаемся?');
	await say(tutor, group, 'В пятницу.', 1);
	await say(intern, group, 'А где?');
	expect(await waiting()).toMatchObject([{ seq: 3, text: 'А где?' }]);
	await say(intern, group, 'Спасибо! И во сколько?', 1);
	expect(await waiting()).toMatchObject([{ seq: 3 }, { seq: 4 }]);
	const action = { do: 'remove', message: 3 } as const;
	await intern.must(actInRoom, { params: { id: group }, body: { clientId: randomUUID(), action } });
	expect(await waiting()).toMatchObject([{ seq: 4 }]);
});

test('thanks in a reply do not open again what the staff answered in the room’s conversation', async () => {
	await say(intern, group, 'Когда встречаемся?');
	await say(tutor, group, 'В пятницу, в три.');
	await say(intern, group, 'Спасибо!', 2);
	expect(await waiting()).toMatchObject([{ seq: 3, count: 1, text: 'Спасибо!' }]);
	await say(tutor, group, 'Не за что.', 2);
	expect(await waiting()).toEqual([]);
	expect((await leader.must(getAnswering, { params })).figures).toMatchObject({ waiting: 0 });
});

test('a reminder in the service’s words answers no question', async () => {
	await say(intern, thread, 'Где взять бланк?');
	const author = { personId: world.tutor.id, at: world.deps.now() };
	const text = 'Вы давно не продолжали программу';
	await world.db.transaction((tx) => postTemplate(tx, author, { roomId: thread, text }));

	expect(await waiting()).toMatchObject([{ seq: 1, text: 'Где взять бланк?' }]);
	expect((await leader.must(getAnswering, { params })).figures).toMatchObject({ waiting: 1 });
	await say(tutor, thread, 'В материалах.');
	expect(await waiting()).toEqual([]);
});

test('a question to the group waits for every tutor of the cohort, and one answer is enough', async () => {
	await say(intern, group, 'Когда встречаемся?');
	const other = await world.as(world.otherTutor);
	expect([await waiting(), await waiting(other)]).toMatchObject([[{ kind: 'group' }], [{ kind: 'group' }]]);
	await say(other, group, 'В пятницу.');
	expect([await waiting(), await waiting(other)]).toEqual([[], []]);
});

test('everybody who asks the group waits for an answer: to all, in a thread, or by name', async () => {
	const other = await world.as(world.interns[1]!);
	const third = await world.as(world.interns[2]!);
	const [first, second] = world.interns;
	await say(intern, group, 'Где взять бланк?');
	await say(other, group, 'До какого дня сдать?');
	await say(third, group, 'А можно от руки?');
	await say(intern, group, 'И сколько листов?');
	expect(await waiting()).toMatchObject([
		{ person: { id: first!.id }, seq: 1, lastSeq: 4, count: 2, text: 'Где взять бланк?' },
		{ person: { id: second!.id }, seq: 2, lastSeq: 2, count: 1 },
		{ seq: 3, lastSeq: 3, count: 1 }
	]);

	await tutor.must(waiveAnswer, { params: { id: group }, body: { lastSeq: 4 } });
	await say(tutor, group, 'Можно.', 3);
	expect(await waiting()).toMatchObject([{ seq: 2 }]);
	await say(intern, group, 'А обложка нужна?');
	const body = { clientId: randomUUID(), text: '@Вторая, до пятницы.', mentions: [second!.id] };
	await tutor.must(postMessage, { params: { id: group }, body });
	expect(await waiting()).toMatchObject([{ seq: 6, text: 'А обложка нужна?' }]);
	expect((await leader.must(getAnswering, { params })).figures).toMatchObject({ answered: 2, waiting: 1 });
	await say(tutor, group, 'Коллеги, обложка не нужна.');
	expect(await waiting()).toEqual([]);
});

test('«ответ не нужен» closes what was seen, and what came meanwhile still waits', async () => {
	await say(intern, thread, 'Спасибо!');
	await say(intern, thread, 'Хотя нет, вопрос.');
	const close = (lastSeq: number) => tutor.must(waiveAnswer, { params: { id: thread }, body: { lastSeq } });
	await close(1);
	expect(await waiting()).toMatchObject([{ seq: 2, text: 'Хотя нет, вопрос.' }]);
	await close(2);
	await close(2);
	expect(await waiting()).toEqual([]);
	expect((await leader.must(getAnswering, { params })).figures).toMatchObject({ asked: 0, waiting: 0 });
});

test('the leader sees how questions are answered and who waits, and no words of theirs', async () => {
	await say(intern, thread, 'Первый вопрос');
	world.at('2027-01-18T10:00:00Z');
	await say(tutor, thread, 'Ответ');
	await say(intern, thread, 'Тайный вопрос');
	world.at('2027-01-20T11:00:00Z');

	const told = await leader.must(getAnswering, { params });
	expect(told).toMatchObject({
		agreement: { hours: 24, wakesAt: '08:00', restsAt: '20:00' },
		figures: { asked: 2, answered: 1, waiting: 1, late: 1, medianHours: 3, inTime: 0.5 },
		tutors: [{ tutor: { id: world.tutor.id }, figures: { asked: 2 } }],
		waiting: [{ person: { id: world.interns[0]!.id }, hours: 25, late: true }],
		can: { agree: true }
	});
	expect(JSON.stringify(told)).not.toContain('Тайный');
});

test('the agreed time is a setting of the cohort, judged part by part', async () => {
	const agree = (body: object) =>
		leader.call(agreeOnAnswers, { params, body: { hours: 4, wakesAt: '09:00', restsAt: '18:00', ...body } });
	expect(await agree({ hours: 0, restsAt: '7:00' })).toEqual(
		refused(422, 'answering.faulty', {
			faults: [
				{ field: 'hours', code: 'answering.hours_wrong', limit: 240 },
				{ field: 'restsAt', code: 'answering.time_wrong' }
			]
		})
	);
	await say(intern, thread, 'Успеете до вечера?');
	expect(await agree({})).toMatchObject({ ok: true });
	expect(await waiting()).toMatchObject([{ answerBy: '2027-01-18T11:00:00.000Z' }]);
	expect(
		await tutor.call(agreeOnAnswers, { params, body: { hours: 9, wakesAt: '09:00', restsAt: '18:00' } })
	).toEqual(refused(404, 'cohort.missing'));
	await agree({ hours: 24, wakesAt: '08:00', restsAt: '20:00' });
});

test('a tutor is reminded of a late question once, however many processes do it, and not at night', async () => {
	await say(intern, thread, 'Первый');
	await say(intern, group, 'Второй');
	const remind = () => Promise.all([1, 2, 3].map(() => remindTutors(world.deps)));
	const letters = () =>
		world.db.select({ to: outbox.to, subject: outbox.subject }).from(outbox).orderBy(outbox.to);

	await remind();
	world.at('2027-01-20T20:00:00Z');
	await remind();
	expect(await letters()).toEqual([]);

	world.at('2027-01-21T06:00:00Z');
	const block = (blockedAt: Date | null) =>
		world.db.update(people).set({ blockedAt }).where(eq(people.id, world.otherTutor.id));
	await block(world.deps.now());
	await remind();
	expect((await letters()).map(({ to }) => to)).toEqual([world.tutor.email]);
	await block(null);
	await remind();
	expect(await letters()).toEqual([
		{ to: world.tutor.email, subject: 'Ждут вашего ответа: 2' },
		{ to: world.otherTutor.email, subject: 'Ждут вашего ответа: 1' }
	]);
});

test('R167 nobody else sees who waits, closes a question or agrees on anything', async () => {
	await say(intern, thread, 'Вопрос');
	const leads = ['the site leader', 'the coordinator', 'the administrator'];
	for (const [who, visitor] of await outsiders(world)) {
		const waive = await visitor.call(waiveAnswer, { params: { id: thread }, body: { lastSeq: 1 } });
		const read = await visitor.call(getAnswering, { params });
		const agree = await visitor.call(agreeOnAnswers, {
			params,
			body: { hours: 24, wakesAt: '08:00', restsAt: '20:00' }
		});
		expect([who, ...[waive, read, agree].map((one) => (one.ok ? 200 : one.refusal.status))]).toEqual([
			who,
			404,
			leads.includes(who) || who === 'another tutor of the cohort' ? 200 : 404,
			leads.includes(who) ? 200 : 404
		]);
		expect([who, await waiting(visitor)]).toEqual([who, []]);
	}
	expect(await intern.call(waiveAnswer, { params: { id: thread }, body: { lastSeq: 1 } })).toEqual(
		refused(404, 'room.missing')
	);
});
