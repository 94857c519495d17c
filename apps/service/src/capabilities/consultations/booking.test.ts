import {
	listHostedConsultations,
	openConsultations,
	releaseConsultation
} from '@stazhirovka/contract/consultations';
import { consultationBookings, consultationSlots } from '@stazhirovka/db/schema';
import { and, eq, isNull } from 'drizzle-orm';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { consulting } from '../../testing/consulting.ts';
import { refused } from '../../testing/refused.ts';
import { expelEnrolment } from '../cohorts/index.ts';
import { lockPeople } from './store.ts';

const { world, tutor, leader, interns, offer, at, opened, book, seenBy, lettersTo, fresh } =
	await consulting();
afterAll(world.close);
beforeEach(fresh);

test('R63 a tutor opens a stretch, and the interns of the cohort see its times in the site’s zone', async () => {
	expect((await opened()).map(({ startsAt, cohorts }) => [startsAt, cohorts])).toEqual([
		['2027-01-20T12:00:00.000Z', ['Поток 1']],
		['2027-01-20T12:30:00.000Z', ['Поток 1']]
	]);
	expect(
		(await seenBy(0)).map(({ startsAt, timeZone, venue, can }) => [startsAt, timeZone, venue, can])
	).toEqual([
		['2027-01-20T12:00:00.000Z', 'Europe/Moscow', null, { book: true, wait: false, release: false }],
		['2027-01-20T12:30:00.000Z', 'Europe/Moscow', null, { book: true, wait: false, release: false }]
	]);
});

test('R63 a host is at one place at a time: the second opening of an hour is refused whole', async () => {
	await opened();
	const late = { ...offer, from: '15:45', to: '17:45', until: '2027-02-03' };
	expect(await tutor.call(openConsultations, { body: late })).toEqual(refused(409, 'consultation.overlap'));
	expect(await world.db.select({ id: consultationSlots.id }).from(consultationSlots)).toHaveLength(2);

	const both = await Promise.all(
		['18:00', '18:10'].map((from) => tutor.call(openConsultations, { body: { ...offer, from, to: '19:00' } }))
	);
	expect(both.map((answer) => (answer.ok ? 200 : answer.refusal.status)).sort()).toEqual([200, 409]);
});

test('R63 what is wrong with an opening is told beside its field', async () => {
	expect(await tutor.call(openConsultations, { body: { ...offer, to: '15:20' } })).toEqual(
		refused(422, 'consultation.backwards', { field: 'to' })
	);
});

test('R63 of two who want one time at once one gets it, the other is told of free ones near it', async () => {
	const [first, second] = await opened();
	const answers = await Promise.all([book(0, first!.id), book(1, first!.id)]);
	const lost = answers.find((answer) => !answer.ok);

	expect(answers.filter((answer) => answer.ok).map((answer) => answer.ok && answer.value)).toEqual([
		{ state: 'booked' }
	]);
	expect(lost).toEqual(
		refused(409, 'consultation.taken', {
			alternatives: [
				{
					id: second!.id,
					host: 'Вереснёва Аглая Тихоновна',
					startsAt: '2027-01-20T12:30:00.000Z',
					endsAt: '2027-01-20T13:00:00.000Z'
				}
			]
		})
	);
});

test('R63 a double click books once, and the host is written to once', async () => {
	const [slot] = await opened();
	const answers = await Promise.all(
		[1, 2, 3].map(() => book(0, slot!.id, { question: 'Как считать долю?' }))
	);
	expect(answers).toEqual(Array(3).fill({ ok: true, value: { state: 'booked' } }));

	const rows = await world.db.select().from(consultationBookings);
	expect(rows).toMatchObject([{ seat: 1, places: 1, question: 'Как считать долю?' }]);
	expect(await lettersTo(world.tutor.email)).toMatchObject([
		{ subject: 'Запись на консультацию: 20 января 2027 г., 15:00' }
	]);
});

test('R63 the database itself gives a place to one person and no more places than there are', async () => {
	const [slot] = await opened();
	const row = (n: number, seat: number, places = 1) => ({
		...{ slotId: slot!.id, places, seat, enrolmentId: world.enrolments[n]!.id, bookedAt: world.deps.now() }
	});
	const put = (value: ReturnType<typeof row>) =>
		world.db
			.insert(consultationBookings)
			.values(value)
			.then(
				() => 'stored',
				(error: { cause: { constraint_name: string } }) => error.cause.constraint_name
			);

	expect(await put(row(0, 1))).toBe('stored');
	expect(await put(row(1, 1))).toBe('consultation_bookings_seat');
	expect(await put(row(1, 2))).toBe('consultation_bookings_within');
	expect(await put(row(1, 2, 2))).toBe('consultation_bookings_slot');
});

test('R63 nobody books two consultations of one hour', async () => {
	const [mine] = await opened();
	const [theirs] = await opened({ from: '15:10', to: '15:40' }, leader);
	const answers = await Promise.all([book(0, mine!.id), book(0, theirs!.id)]);
	expect(answers.map((answer) => (answer.ok ? 'booked' : answer.refusal.code)).sort()).toEqual([
		'booked',
		'consultation.clash'
	]);
});

test('R63 a full group has a line; who leaves in time gives the seat to its first', async () => {
	const [group] = await opened({ to: '15:30', places: 2 });
	for (const n of [0, 1]) expect(await book(n, group!.id)).toEqual({ ok: true, value: { state: 'booked' } });
	expect(await book(2, group!.id)).toMatchObject(refused(409, 'consultation.full', { alternatives: [] }));
	for (const n of [2, 3])
		expect(await book(n, group!.id, { wait: true })).toEqual({ ok: true, value: { state: 'waiting' } });

	world.at('2027-01-19T11:59:00Z');
	await interns[0]!.must(releaseConsultation, { params: { ...at(0), slot: group!.id } });
	expect((await seenBy(2))[0]).toMatchObject({ mine: { state: 'booked' }, venue: offer.venue });
	expect((await seenBy(3))[0]).toMatchObject({ mine: { state: 'waiting' }, venue: null });
	expect(await lettersTo(world.interns[2]!.email)).toMatchObject([
		{ subject: 'Место освободилось: консультация 20 января 2027 г., 15:00' }
	]);

	world.at('2027-01-19T12:00:00Z');
	expect(await interns[1]!.call(releaseConsultation, { params: { ...at(1), slot: group!.id } })).toEqual(
		refused(409, 'consultation.release_late')
	);
});

test('R63 the first of the line who is elsewhere at that hour is passed over', async () => {
	const [group] = await opened({ to: '15:30', places: 2 });
	const [other] = await opened({ to: '15:30' }, leader);
	for (const n of [0, 1]) await book(n, group!.id);
	for (const n of [2, 3]) await book(n, group!.id, { wait: true });
	expect(await book(2, other!.id)).toMatchObject({ value: { state: 'booked' } });

	await interns[0]!.must(releaseConsultation, { params: { ...at(0), slot: group!.id } });
	const seats = await world.db
		.select({ enrolmentId: consultationBookings.enrolmentId, seat: consultationBookings.seat })
		.from(consultationBookings)
		.where(and(eq(consultationBookings.slotId, group!.id), isNull(consultationBookings.releasedAt)));
	expect(new Map(seats.map(({ enrolmentId, seat }) => [enrolmentId, seat]))).toEqual(
		new Map([
			[at(1).id, 2],
			[at(2).id, null],
			[at(3).id, 1]
		])
	);
});

test('R63 a seat that becomes free waits for whoever of the line books another time of that hour meanwhile', async () => {
	const [group] = await opened({ to: '15:30', places: 2 });
	const [other] = await opened({ to: '15:30' }, leader);
	for (const n of [0, 1]) await book(n, group!.id);
	await book(2, group!.id, { wait: true });

	let released: Promise<unknown> | undefined;
	await world.db.transaction(async (tx) => {
		await lockPeople(tx, [world.interns[2]!.id]);
		released = interns[0]!.must(releaseConsultation, { params: { ...at(0), slot: group!.id } });
		await Promise.race([released, sleep(500)]);
		const booking = { slotId: other!.id, places: 1, seat: 1, bookedAt: world.deps.now() };
		await tx.insert(consultationBookings).values({ ...booking, enrolmentId: at(2).id });
	});
	await released;

	const seats = await world.db
		.select({ slotId: consultationBookings.slotId, seat: consultationBookings.seat })
		.from(consultationBookings)
		.where(eq(consultationBookings.enrolmentId, at(2).id));
	expect(new Map(seats.map(({ slotId, seat }) => [slotId, seat]))).toEqual(
		new Map([
			[group!.id, null],
			[other!.id, 1]
		])
	);
});

test('R63 whoever is sent down while he books gets no seat that nobody would give back', async () => {
	const [slot] = await opened();
	const { id } = at(4);
	const ctx = world.contextOf(world.leader, []);
	let booked: ReturnType<typeof book> | undefined;
	await world.db.transaction(async (tx) => {
		await expelEnrolment(tx, ctx, id, { reason: 'Не приступил к обучению', documentId: id });
		booked = book(4, slot!.id);
		await Promise.race([booked, sleep(500)]);
	});

	expect(await booked).toEqual(refused(404, 'enrolment.missing'));
	const seats = await world.db
		.select({ seat: consultationBookings.seat })
		.from(consultationBookings)
		.where(eq(consultationBookings.enrolmentId, id));
	expect(seats).toEqual([]);
});

test('R63 the topic of a question is the intern’s own', async () => {
	const [slot] = await opened();
	const topic = { kind: 'deficit', key: 'd-nobody-has' };
	expect(await book(0, slot!.id, { topic })).toEqual(
		refused(422, 'consultation.topic_unknown', { field: 'topic' })
	);
});

test('R63 whoever is sent down leaves the consultations to come, also late, and the first of the line gets the seat', async () => {
	const [group] = await opened({ to: '15:30', places: 2 });
	for (const n of [5, 0]) await book(n, group!.id);
	await book(1, group!.id, { wait: true });
	world.at('2027-01-20T10:00:00Z');

	const ctx = world.contextOf(world.leader, []);
	const { id } = at(5);
	await world.db.transaction((tx) =>
		expelEnrolment(tx, ctx, id, { reason: 'Не приступил к обучению', documentId: id })
	);
	expect((await seenBy(1))[0]).toMatchObject({ mine: { state: 'booked' } });
	const [hosted] = (await tutor.must(listHostedConsultations, { querystring: {} })).consultations;
	expect(hosted?.bookings.map(({ enrolmentId }) => enrolmentId).toSorted()).toEqual(
		[at(0).id, at(1).id].toSorted()
	);
	expect((await lettersTo(world.tutor.email))[0]?.subject).toContain('Запись отменена');
});
