import {
	bookConsultation,
	cancelConsultation,
	closeConsultation,
	closeConsultationFeed,
	getConsultationFigures,
	listConsultations,
	listHostedConsultations,
	openConsultationFeed,
	openConsultations,
	releaseConsultation
} from '@stazhirovka/contract/consultations';
import { getRoom, listRooms, postMessage } from '@stazhirovka/contract/chat';
import { randomUUID } from 'node:crypto';
import { people } from '@stazhirovka/db/schema';
import { eq } from 'drizzle-orm';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { consulting } from '../../testing/consulting.ts';
import { outsiders } from '../../testing/outsiders.ts';
import { refused } from '../../testing/refused.ts';

const { world, tutor, leader, interns, offer, at, opened, book, seenBy, lettersTo, fresh } =
	await consulting();
afterAll(world.close);
beforeEach(fresh);

test('R63 a cancelled series is told to everybody who had booked, in a letter and on the page', async () => {
	const [first, second] = await opened({ to: '15:30', until: '2027-01-27' });
	await book(0, first!.id);
	await book(1, second!.id);
	const word = { reason: 'Еду на курсы.', following: true };
	const params = { id: first!.id };

	expect(await tutor.must(cancelConsultation, { params, body: word })).toEqual({ cancelled: 2, told: 2 });
	expect(await tutor.must(cancelConsultation, { params, body: word })).toEqual({ cancelled: 0, told: 0 });
	expect(await seenBy(0)).toMatchObject([{ cancelReason: 'Еду на курсы.', can: { release: false } }]);
	expect(await seenBy(2)).toEqual([]);
	const [letter] = await lettersTo(world.interns[1]!.email);
	expect(letter?.subject).toBe('Консультация отменена: 27 января 2027 г., 15:00');
	expect(letter?.text).toContain('Еду на курсы.');
	// The hour is free again.
	expect(await opened({ to: '15:30' })).toHaveLength(1);
});

test('R63 after it the host says who came and what came out, and the intern reads it', async () => {
	const [group] = await opened({ to: '15:30', places: 2 });
	for (const n of [0, 1]) await book(n, group!.id, { question: `Вопрос ${n}` });
	const bookings = (await opened({ from: '17:00', to: '17:30' }))[0]!.bookings;
	expect(bookings.map(({ question }) => question)).toEqual(['Вопрос 0', 'Вопрос 1']);
	const body = { attended: [bookings[0]!.id], result: 'Разобрали критерии.' };
	const close = () => tutor.call(closeConsultation, { params: { id: group!.id }, body });

	expect(await close()).toEqual(refused(409, 'consultation.not_begun'));
	world.at('2027-01-20T12:40:00Z');
	expect(await close()).toMatchObject({ ok: true });
	expect((await seenBy(0))[0]).toMatchObject({ mine: { state: 'held', result: 'Разобрали критерии.' } });
	expect((await seenBy(1))[0]).toMatchObject({ mine: { state: 'missed' } });
	expect(await leader.must(getConsultationFigures, { params: { id: world.cohort.id } })).toMatchObject({
		...{ offered: 2, free: 1, booked: 0, held: 1, missed: 1, untold: 0 },
		hosts: [{ offered: 2, held: 1, minutes: 30 }]
	});
});

test('R63 consultations stand in one’s own calendar until its address is taken back', async () => {
	const [slot] = await opened();
	await book(0, slot!.id);
	const { address } = await interns[0]!.must(openConsultationFeed, {});
	const read = async () => {
		const visitor = await world.as(null);
		return visitor.inject({ method: 'GET', url: new URL(address).pathname });
	};

	const calendar = await read();
	expect(calendar.headers['content-type']).toBe('text/calendar; charset=utf-8');
	expect(calendar.body.match(/^(DTSTART|DTEND|STATUS|LOCATION).*$/gm)?.map((line) => line.trim())).toEqual([
		'DTSTART:20270120T120000Z',
		'DTEND:20270120T123000Z',
		'LOCATION:https://rooms.example/7',
		'STATUS:CONFIRMED',
		// The own last day of the final work stands in the same calendar.
		'DTSTART;VALUE=DATE:20270226',
		'DTEND;VALUE=DATE:20270227',
		'STATUS:CONFIRMED'
	]);
	await tutor.must(cancelConsultation, { params: { id: slot!.id }, body: { reason: 'Болею.' } });
	expect((await read()).body).toContain('STATUS:CANCELLED');
	const block = (blockedAt: Date | null) =>
		world.db.update(people).set({ blockedAt }).where(eq(people.id, world.interns[0]!.id));
	await block(world.deps.now());
	expect((await read()).statusCode).toBe(404);
	await block(null);
	await interns[0]!.must(closeConsultationFeed, {});
	expect((await read()).statusCode).toBe(404);
});

test('R167 nobody reads, books or closes what is not theirs', async () => {
	const [slot] = await opened();
	await book(0, slot!.id, { question: 'Только тьютору' });
	const params = { id: slot!.id };
	const hosts = ['another tutor of the cohort', 'the site leader'];
	for (const [who, visitor] of await outsiders(world)) {
		const answers = [
			await visitor.call(listConsultations, { params: at(0) }),
			await visitor.call(bookConsultation, { params: { ...at(0), slot: slot!.id }, body: {} }),
			await visitor.call(releaseConsultation, { params: { ...at(0), slot: slot!.id } }),
			await visitor.call(cancelConsultation, { params, body: { reason: 'Чужое' } }),
			await visitor.call(closeConsultation, { params, body: { attended: [], result: '' } })
		];
		expect([who, ...answers.map((answer) => (answer.ok ? 200 : answer.refusal.status))]).toEqual([
			who,
			...Array(5).fill(404)
		]);
		const open = await visitor.call(openConsultations, { body: { ...offer, from: '20:00', to: '20:30' } });
		expect([who, open.ok]).toEqual([who, hosts.includes(who)]);
		expect((await visitor.must(listHostedConsultations, { querystring: {} })).consultations).toHaveLength(
			hosts.includes(who) ? 1 : 0
		);
	}
});

test('R63 a time that is offered is spoken about in the room of its cohort, and only such a time', async () => {
	const [slot] = await opened();
	const [intern] = interns;
	const id = (await tutor.must(listRooms, {})).find(({ kind }) => kind === 'group')?.id ?? '';
	const say = (consultation: string) =>
		intern!.call(postMessage, {
			params: { id },
			body: {
				clientId: randomUUID(),
				text: 'Что взять?',
				subject: { kind: 'consultation', id: consultation }
			}
		});
	expect(await say(randomUUID())).toMatchObject(refused(422, 'message.subject_unknown'));
	await say(slot?.id ?? '');

	const { messages } = await tutor.must(getRoom, { params: { id } });
	expect(messages.map(({ subject }) => subject)).toEqual([
		{
			kind: 'consultation',
			id: slot?.id,
			title: '20\u00a0января 2027\u00a0г., 15:00, Вереснёва\u00a0А.\u00a0Т.',
			place: `/chat/${id}/about/consultation/${slot?.id}`
		}
	]);
});
