import {
	claimPriority,
	decideEnrolment,
	decidePriority,
	enrol,
	getAdmission,
	listMyEnrolments,
	serveWaiting,
	setAdmission,
	withdrawEnrolment
} from '@stazhirovka/contract/cohorts';
import { enrolments, journal, outbox, type cohorts } from '@stazhirovka/db/schema';
import { and, eq } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { makeApplication, makeCohort, makeIntern } from '../../../testing/cohort.ts';
import { makePerson, type TestPerson } from '../../../testing/person.ts';
import { createWorld } from '../../../testing/world.ts';
import { expelEnrolment } from '../commands/expel-enrolment.ts';

const world = await createWorld();
afterAll(world.close);
const { db } = world;
const leader = await world.as(world.leader);

const aCohort = (capacity: number, values: Partial<typeof cohorts.$inferInsert> = {}) =>
	makeCohort(db, { siteId: world.site.id, programmeVersionId: world.version, capacity, ...values }, [
		world.tutor,
		world.otherTutor
	]);
const confirm = (id: string) =>
	leader.call(decideEnrolment, { params: { id }, body: { decision: 'confirm', tutorId: null } });
const statesIn = async (cohort: { id: string }) => {
	const { people } = await leader.must(getAdmission, { params: cohort });
	return people.map(({ state }) => state).sort();
};
const settings = { revision: 1, enrolmentOpen: true, asksHead: false, priorityGroups: [] };

/** Applications one after another, each a minute later. */
async function applications(
	cohort: Parameters<typeof makeApplication>[1],
	count: number,
	people?: TestPerson[]
) {
	const made = [];
	for (let n = 0; n < count; n += 1) {
		const { id } = await makeApplication(db, cohort, people?.[n] ?? (await makePerson(db)));
		await db
			.update(enrolments)
			.set({ appliedAt: new Date(Date.UTC(2027, 0, 10, 9, n)) })
			.where(eq(enrolments.id, id));
		made.push(id);
	}
	return made;
}

/** The waiting list as the leader sees it. */
async function line(cohort: { id: string }): Promise<string[]> {
	const { people } = await leader.must(getAdmission, { params: cohort });
	const waiting = people.filter(({ place }) => place !== null);
	return waiting.toSorted((a, b) => (a.place ?? 0) - (b.place ?? 0)).map(({ id }) => id);
}

test('of ten simultaneous confirmations for the last seat one wins, the next is first in the waiting list', async () => {
	const cohort = await aCohort(1);
	const ids = await applications(cohort, 10);

	const answers = await Promise.all(ids.map((id) => confirm(id)));

	const states = answers.map((answer) => (answer.ok ? answer.value.state : answer.refusal.code)).sort();
	expect(states).toEqual(['confirmed', ...Array(9).fill('waiting')]);
	const held = await db
		.select({ id: enrolments.id })
		.from(enrolments)
		.where(and(eq(enrolments.cohortId, cohort.id), eq(enrolments.state, 'confirmed')));
	expect(held).toHaveLength(1);
	expect(await line(cohort)).toEqual(ids.filter((id) => id !== held[0]?.id));
});

test('seats are never oversold while people are confirmed, leave and seats are added at the same moment', async () => {
	const cohort = await aCohort(3, { startsOn: '2027-02-01' });
	const people = await Promise.all(Array.from({ length: 12 }, () => makePerson(db)));
	const ids = await applications(cohort, 12, people);
	const leave = async (n: number) => {
		const visitor = await world.as(people[n]!);
		return visitor.call(withdrawEnrolment, { params: { id: ids[n]! } });
	};

	await Promise.all([
		...ids.map((id) => confirm(id)),
		...[0, 1, 2, 5].map(leave),
		leader.call(setAdmission, { params: cohort, body: { ...settings, capacity: 4 } })
	]);
	await Promise.all([leave(3), leave(4)]);

	const states = await statesIn(cohort);
	const count = (state: string) => states.filter((one) => one === state).length;
	expect(states).toHaveLength(12);
	expect(count('confirmed')).toBe(4);
	expect(count('confirmed') + count('waiting') + count('withdrawn')).toBe(12);
	const { seats } = await leader.must(getAdmission, { params: cohort });
	expect(seats).toEqual({ taken: 4, held: 0, free: 0, waiting: count('waiting') });
});

test('a seat that is given up goes to the first in the list, with a letter, a tutor and the rooms', async () => {
	const cohort = await aCohort(1, { startsOn: '2027-02-01' });
	const people = [await makePerson(db), await makePerson(db), await makePerson(db)];
	const [first = '', second = '', third = ''] = await applications(cohort, 3, people);
	for (const id of [first, second, third]) await confirm(id);
	expect(await line(cohort)).toEqual([second, third]);
	const waiting = await world.as(people[2]!);
	expect((await waiting.must(listMyEnrolments, {}))[0]).toMatchObject({ state: 'waiting', place: 2 });

	const gone = await world.as(people[0]!);
	expect(await gone.must(withdrawEnrolment, { params: { id: first } })).toMatchObject({ state: 'withdrawn' });

	expect(await line(cohort)).toEqual([third]);
	const [row] = await db.select().from(enrolments).where(eq(enrolments.id, second));
	expect(row).toMatchObject({ state: 'confirmed', tutorId: expect.any(String) });
	const letters = await db.select().from(outbox).where(eq(outbox.to, people[1]!.email)).orderBy(outbox.id);
	expect(letters.map(({ subject }) => subject)).toEqual([
		expect.stringContaining('Вы в листе ожидания'),
		expect.stringContaining('Для вас освободилось место')
	]);
	const kinds = await db.select({ kind: journal.kind }).from(journal).where(eq(journal.subjectId, second));
	expect(kinds.map(({ kind }) => kind)).toEqual(['enrolment.queued', 'enrolment.promoted']);
});

test('an expulsion frees the seat on the first day, and a raised capacity gives several at once', async () => {
	const cohort = await aCohort(1);
	const [first = '', second = '', third = '', fourth = ''] = await applications(cohort, 4);
	for (const id of [first, second, third, fourth]) await confirm(id);
	const ctx = world.contextOf(world.leader, []);
	await db.transaction((tx) =>
		expelEnrolment(tx, ctx, first, { reason: 'Не приступил к обучению', documentId: first })
	);
	expect(await line(cohort)).toEqual([third, fourth]);

	await leader.must(setAdmission, { params: cohort, body: { ...settings, capacity: 3 } });
	expect(await line(cohort)).toEqual([]);
	expect(await statesIn(cohort)).toEqual(['confirmed', 'confirmed', 'confirmed', 'expelled']);
});

test('after the first day nobody comes in by himself: the leader gives the seat by hand', async () => {
	const cohort = await aCohort(1, { startsOn: '2027-01-11' });
	const [first = '', second = ''] = await applications(cohort, 2);
	for (const id of [first, second]) await confirm(id);
	const ctx = world.contextOf(world.leader, []);
	await db.transaction((tx) =>
		expelEnrolment(tx, ctx, first, { reason: 'Не приступил к обучению', documentId: first })
	);
	const { servesItself, seats } = await leader.must(getAdmission, { params: cohort });
	expect([servesItself, seats.free, seats.waiting]).toEqual([false, 1, 1]);

	expect(await leader.must(serveWaiting, { params: cohort })).toEqual({ seated: 1 });
	expect(await line(cohort)).toEqual([]);
});

test('of two leaders who change the admission at once the second is told of the first', async () => {
	const cohort = await aCohort(2);
	const { settings: seen, revision } = await leader.must(getAdmission, { params: cohort });
	const first = { ...seen, revision, capacity: 5 };
	await leader.must(setAdmission, { params: cohort, body: first });
	expect(await leader.call(setAdmission, { params: cohort, body: { ...first, capacity: 3 } })).toMatchObject({
		refusal: { status: 409, code: 'cohort.changed_meanwhile' }
	});
	const { settings: kept } = await leader.must(getAdmission, { params: cohort });
	expect(kept.capacity).toBe(5);
});

test('fewer seats than are given are refused, and nobody loses a seat', async () => {
	const cohort = await aCohort(2);
	await makeIntern(db, cohort, await makePerson(db), world.tutor);
	await makeIntern(db, cohort, await makePerson(db), world.tutor);
	const fewer = await leader.call(setAdmission, { params: cohort, body: { ...settings, capacity: 1 } });
	expect(fewer).toMatchObject({
		refusal: { status: 409, code: 'cohort.capacity_taken', problem: { details: { limit: 2 } } }
	});
});

test('R20: an accepted privilege goes first; a claim that nobody looked at does not', async () => {
	const cohort = await aCohort(1, { startsOn: '2027-02-01' });
	const groups = ['работники площадки', 'молодые специалисты'];
	await leader.must(setAdmission, {
		params: cohort,
		body: { ...settings, capacity: 1, priorityGroups: groups }
	});
	const people = await Promise.all(Array.from({ length: 4 }, () => makePerson(db)));
	const [a = '', b = '', c = '', d = ''] = await applications(cohort, 4, people);
	for (const id of [a, b, c, d]) await confirm(id);

	const claim = async (n: number, id: string, group: string) =>
		(await world.as(people[n]!)).call(claimPriority, { params: { id }, body: { group } });
	expect(await claim(1, b, 'дети начальников')).toMatchObject({
		refusal: { status: 422, code: 'enrolment.priority_unknown' }
	});
	for (const [n, id] of [
		[2, c],
		[3, d]
	] as const)
		expect(await claim(n, id, groups[0]!)).toMatchObject({ ok: true });
	expect(await line(cohort)).toEqual([b, c, d]);

	await leader.must(decidePriority, { params: { id: d }, body: { accepted: true } });
	await leader.must(decidePriority, { params: { id: c }, body: { accepted: false } });
	expect(await line(cohort)).toEqual([d, b, c]);

	await (await world.as(people[0]!)).must(withdrawEnrolment, { params: { id: a } });
	expect(await line(cohort)).toEqual([b, c]);
});

test('one applies for the waiting list of a full cohort', async () => {
	const cohort = await aCohort(1);
	await makeIntern(db, cohort, await makePerson(db), world.tutor);
	const visitor = await world.as(await makePerson(db));
	const mine = await visitor.must(enrol, { params: cohort });
	expect(mine).toMatchObject({ state: 'applied', place: null });
	expect(await confirm(mine.id)).toMatchObject({ ok: true, value: { state: 'waiting' } });
});
