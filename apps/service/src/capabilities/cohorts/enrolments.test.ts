import { getRoom } from '@stazhirovka/contract/chat';
import {
	decideEnrolment,
	enrol,
	getCohort,
	listCohortEnrolments,
	listCohorts,
	listMyEnrolments,
	withdrawEnrolment
} from '@stazhirovka/contract/cohorts';
import { finalWorks, journal, outbox, roomMembers } from '@stazhirovka/db/schema';
import { and, eq, isNull } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { makeApplication, makeCohort, makeIntern } from '../../testing/cohort.ts';
import { makePerson } from '../../testing/person.ts';
import { createWorld } from '../../testing/world.ts';
import { ensureWorkRoom } from '../chat/index.ts';

const world = await createWorld();
afterAll(world.close);
const { db } = world;

const leader = await world.as(world.leader);
const aCohort = (capacity = 12) =>
	makeCohort(db, { siteId: world.site.id, programmeVersionId: world.version, capacity }, [
		world.tutor,
		world.otherTutor
	]);
const confirm = (id: string, tutorId: string | null = null) =>
	leader.call(decideEnrolment, { params: { id }, body: { decision: 'confirm', tutorId } });

test('R98: somebody applies, the leader confirms, a letter tells it and the rooms open', async () => {
	const cohort = await aCohort();
	const person = await makePerson(db, { organisationId: world.organisation('org-31').id });
	const visitor = await world.as(person);

	const application = await visitor.must(enrol, { params: { id: cohort.id } });
	expect(application).toMatchObject({ state: 'applied', can: { enter: false, withdraw: true } });

	const [row] = await leader.must(listCohortEnrolments, { params: { id: cohort.id } });
	expect(row).toMatchObject({ organisation: 'Школа № 331', can: { confirm: true, decline: true } });

	const confirmed = await leader.must(decideEnrolment, {
		params: { id: application.id },
		body: { decision: 'confirm', tutorId: world.otherTutor.id }
	});
	expect(confirmed).toMatchObject({
		state: 'confirmed',
		tutor: { id: world.otherTutor.id },
		can: { confirm: false, decline: false }
	});

	const [letter] = await db.select().from(outbox).where(eq(outbox.to, person.email));
	expect(letter?.text).toContain(`http://stazhirovka.test/my/${application.id}`);
	const rooms = await db
		.select()
		.from(roomMembers)
		.where(and(eq(roomMembers.personId, person.id), isNull(roomMembers.leftAt)));
	expect(rooms).toHaveLength(2);
	const kinds = await db
		.select({ kind: journal.kind })
		.from(journal)
		.where(eq(journal.subjectId, application.id));
	expect(kinds.map(({ kind }) => kind)).toEqual(['enrolment.applied', 'enrolment.confirmed']);
});

test('R114: who is confirmed when works are on the forum already takes part in their discussions', async () => {
	const cohort = await aCohort();
	const author = await makePerson(db);
	const { id: enrolmentId } = await makeIntern(db, cohort, author, world.tutor);
	const work = { enrolmentId, cohortId: cohort.id, title: 'Работа', state: 'published' as const };
	const [row] = await db
		.insert(finalWorks)
		.values({ ...work, publishedAt: world.deps.now() })
		.returning();
	const subject = { cohortId: cohort.id, finalWorkId: row!.id, title: 'Работа', memberIds: [author.id] };
	const roomId = await db.transaction((tx) => ensureWorkRoom(tx, subject));

	const late = await makePerson(db);
	const visitor = await world.as(late);
	expect(await visitor.call(getRoom, { params: { id: roomId } })).toMatchObject({ refusal: { status: 404 } });
	await confirm((await makeApplication(db, cohort, late)).id);
	expect(await visitor.must(getRoom, { params: { id: roomId } })).toMatchObject({ can: { post: true } });
});

test('an application that is declined carries its reason', async () => {
	const person = await makePerson(db);
	const { id } = await makeApplication(db, await aCohort(), person);
	const reason = 'Программа для учителей начальной школы';
	await leader.must(decideEnrolment, { params: { id }, body: { decision: 'decline', reason } });

	const [mine] = await (await world.as(person)).must(listMyEnrolments, {});
	expect(mine).toMatchObject({ state: 'declined', decisionReason: reason });
	const [letter] = await db.select().from(outbox).where(eq(outbox.to, person.email));
	expect(letter?.text).toContain(reason);
});

test('without a name the tutor with the fewest interns gets the intern', async () => {
	const cohort = await aCohort();
	await makeIntern(db, cohort, await makePerson(db), world.tutor);
	const { id } = await makeApplication(db, cohort, await makePerson(db));

	const answer = await confirm(id);
	expect(answer).toMatchObject({ ok: true, value: { tutor: { id: world.otherTutor.id } } });
});

test('a tutor of another cohort cannot be named', async () => {
	const cohort = await makeCohort(db, { siteId: world.site.id, programmeVersionId: world.version }, [
		world.tutor
	]);
	const { id } = await makeApplication(db, cohort, await makePerson(db));
	expect(await confirm(id, world.otherTutor.id)).toMatchObject({
		refusal: { status: 422, code: 'enrolment.tutor_unknown' }
	});
});

test('of two leaders who decide at once one wins', async () => {
	const { id } = await makeApplication(db, await aCohort(), await makePerson(db));
	const coordinator = await world.as(world.coordinator);
	const decline = { decision: 'decline', reason: 'Мест для вашей школы нет' } as const;

	const answers = await Promise.all([
		confirm(id),
		coordinator.call(decideEnrolment, { params: { id }, body: decline })
	]);
	const codes = answers.map((answer) => (answer.ok ? 200 : answer.refusal.code)).sort();
	expect(codes).toEqual([200, 'enrolment.not_now']);
});

test('applying twice is applying once, also at the same moment', async () => {
	const cohort = await aCohort();
	const visitor = await world.as(await makePerson(db));
	const once = await Promise.all([1, 2, 3].map(() => visitor.must(enrol, { params: { id: cohort.id } })));
	expect(new Set(once.map(({ id }) => id)).size).toBe(1);
});

test('after a withdrawal one may apply again, after a decision one may not withdraw', async () => {
	const cohort = await aCohort();
	const visitor = await world.as(await makePerson(db));
	const { id } = await visitor.must(enrol, { params: { id: cohort.id } });
	expect((await visitor.must(withdrawEnrolment, { params: { id } })).state).toBe('withdrawn');
	expect((await confirm(id)).ok).toBe(false);

	expect(await visitor.must(enrol, { params: { id: cohort.id } })).toMatchObject({ id, state: 'applied' });
	await confirm(id);
	expect(await visitor.call(withdrawEnrolment, { params: { id } })).toMatchObject({
		refusal: { status: 409, code: 'enrolment.not_now' }
	});
	expect(await visitor.call(enrol, { params: { id: cohort.id } })).toMatchObject({
		refusal: { code: 'enrolment.exists' }
	});
});

test('a closed and a past cohort take no applications, and no tutor studies with himself', async () => {
	const visitor = await world.as(await makePerson(db));
	const apply = async (cohort: { id: string }, by = visitor) => {
		const answer = await by.call(enrol, { params: { id: cohort.id } });
		return answer.ok ? 'applied' : answer.refusal.code;
	};
	const values = { siteId: world.site.id, programmeVersionId: world.version };
	const closed = await makeCohort(db, { ...values, enrolmentOpen: false }, [world.tutor]);
	const past = await makeCohort(db, { ...values, startsOn: '2026-10-01', endsOn: '2026-11-01' }, [
		world.tutor
	]);

	expect(await apply(closed)).toBe('enrolment.closed');
	expect(await apply(past)).toBe('enrolment.closed');
	expect(await apply(await aCohort(), await world.as(world.tutor))).toBe('enrolment.own_cohort');
	expect(await apply({ id: world.stranger.id })).toBe('cohort.missing');
});

test('R167: who stands outside of a cohort finds no cohort, no people and nothing to decide', async () => {
	const person = await makePerson(db);
	const { id } = await makeApplication(db, world.cohort, person);
	const params = { id: world.cohort.id };
	const outsiders = [world.otherLeader, world.stranger, person];

	for (const outsider of outsiders) {
		const visitor = await world.as(outsider);
		expect(await visitor.call(getCohort, { params })).toMatchObject({ refusal: { status: 404 } });
		expect(await visitor.call(listCohortEnrolments, { params })).toMatchObject({ refusal: { status: 404 } });
	}
	for (const outsider of [...outsiders, world.tutor, world.interns[0]!]) {
		const body = { decision: 'confirm', tutorId: null } as const;
		const answer = await (await world.as(outsider)).call(decideEnrolment, { params: { id }, body });
		expect(answer).toMatchObject({ refusal: { status: 404, code: 'enrolment.missing' } });
	}
	const stranger = await world.as(world.stranger);
	expect(await stranger.call(withdrawEnrolment, { params: { id } })).toMatchObject({
		refusal: { status: 404 }
	});
	const intern = await world.as(world.interns[0]!);
	expect((await intern.must(getCohort, { params })).can).toEqual({
		run: false,
		lead: false,
		allocate: false,
		announce: false
	});
	expect(await intern.call(listCohortEnrolments, { params })).toMatchObject({ refusal: { status: 404 } });
});

test('everybody lists the cohorts that are theirs', async () => {
	const idsOf = async (person: { id: string }) =>
		(await (await world.as(person)).must(listCohorts, {})).map(({ id }) => id);

	expect(await idsOf(world.otherTutor)).toContain(world.cohort.id);
	expect(await idsOf(world.leader)).toContain(world.cohort.id);
	expect(await idsOf(world.coordinator)).toContain(world.cohort.id);
	expect(await idsOf(world.administrator)).toContain(world.cohort.id);
	expect(await idsOf(world.otherLeader)).toEqual([]);
	expect(await idsOf(world.interns[0]!)).toEqual([]);
});
