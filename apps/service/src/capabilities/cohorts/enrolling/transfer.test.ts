import { getRoom } from '@stazhirovka/contract/chat';
import {
	decideEnrolment,
	getAdmission,
	getPath,
	listMyEnrolments,
	setAdmission,
	transferEnrolment,
	withdrawEnrolment
} from '@stazhirovka/contract/cohorts';
import {
	enrolments,
	finalWorks,
	formAnswers,
	learningRouteItems,
	learningRoutes,
	learningRouteVersions,
	outbox,
	rooms,
	studyLimits
} from '@stazhirovka/db/schema';
import { and, eq } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { makeApplication, makeCohort, makeIntern } from '../../../testing/cohort.ts';
import { makePerson } from '../../../testing/person.ts';
import { createWorld } from '../../../testing/world.ts';
import { loadProgramme } from '../../programmes/index.ts';
import { decideApplication } from '../commands/decide-enrolment.ts';

const world = await createWorld();
afterAll(world.close);
const { db } = world;
const leader = await world.as(world.leader);
const reason = 'Не может приехать на очный день потока';
const aCohort = (startsOn: string, capacity = 12) =>
	makeCohort(
		db,
		{ siteId: world.site.id, programmeVersionId: world.version, startsOn, endsOn: '2027-05-14', capacity },
		[world.otherTutor]
	);
const move = (id: string, cohortId: string) =>
	leader.call(transferEnrolment, { params: { id }, body: { cohortId, reason } });

test('what was done goes along, the route is laid over the days of the new cohort, the freed seat goes to the list', async () => {
	const from = await aCohort('2027-01-18', 1);
	const into = await aCohort('2027-02-01');
	const person = await makePerson(db);
	const { id } = await makeIntern(db, from, person, world.otherTutor);
	const waiter = await makeApplication(db, from, await makePerson(db));
	const ctx = world.contextOf(world.leader, [{ role: 'leader', scope: { kind: 'site', id: world.site.id } }]);
	await decideApplication(ctx, { id: waiter.id, decision: 'confirm', tutorId: null, audienceReason: null });
	const { forms } = await loadProgramme(db, world.version);
	const definitionId = forms.get('blank_plan')!.id;
	await db.insert(formAnswers).values({
		definitionId,
		cohortId: from.id,
		enrolmentId: id,
		answer: { topic: 'Слог' },
		savedBy: person.id
	});
	const proposal = { tasks: ['task_1'], notCoveredAsPrimary: [], needsTutorConsent: false };
	const [route] = await db.insert(learningRoutes).values({ enrolmentId: id, proposal }).returning();
	const item = { learningRouteId: route!.id, position: 1, taskKey: 'task_1', dueOn: '2027-05-04' };
	await db.insert(learningRouteItems).values(item);
	await db.insert(studyLimits).values({ enrolmentId: id, minutesPerWeek: 90 });
	await db.update(enrolments).set({ attendedOn: '2027-01-18' }).where(eq(enrolments.id, id));

	expect(await move(id, into.id)).toMatchObject({ ok: true });

	const visitor = await world.as(person);
	const mine = await visitor.must(listMyEnrolments, {});
	const next = mine.find(({ state }) => state === 'confirmed')!;
	expect(mine.find(({ state }) => state === 'transferred')).toMatchObject({
		id,
		decisionReason: reason,
		transfer: { to: into.title }
	});
	expect(next.transfer).toEqual({
		from: from.title,
		to: null,
		kept: ['attendance', 'cards', 'learning_route']
	});
	expect(await db.select().from(formAnswers).where(eq(formAnswers.enrolmentId, next.id))).toMatchObject([
		{ cohortId: into.id, answer: { topic: 'Слог' } }
	]);
	const items = await db
		.select()
		.from(learningRouteItems)
		.where(eq(learningRouteItems.learningRouteId, route!.id));
	// By whole days it would be 18 May, after the end; a share of the way ends on a working day within the cohort.
	expect(items).toMatchObject([{ dueOn: '2027-05-05' }]);
	expect(await db.select().from(studyLimits).where(eq(studyLimits.enrolmentId, next.id))).toMatchObject([
		{ minutesPerWeek: 90 }
	]);
	expect(await db.select().from(learningRouteVersions)).toMatchObject([
		{ number: 1, origin: 'rules', items: [{ task: 'task_1', dueOn: '2027-05-04' }] },
		{ number: 2, origin: 'cohort', items: [{ task: 'task_1', dueOn: '2027-05-05' }] }
	]);
	expect(await visitor.must(getPath, { params: { id: next.id } })).toMatchObject({ cohortId: into.id });
	expect(await visitor.call(getPath, { params: { id } })).toMatchObject({ refusal: { status: 404 } });

	const group = (cohortId: string) =>
		db
			.select()
			.from(rooms)
			.where(and(eq(rooms.cohortId, cohortId), eq(rooms.kind, 'group')));
	const [oldRoom, newRoom] = [await group(from.id), await group(into.id)];
	expect(await visitor.call(getRoom, { params: { id: oldRoom[0]!.id } })).toMatchObject({
		refusal: { status: 404 }
	});
	expect(await visitor.must(getRoom, { params: { id: newRoom[0]!.id } })).toMatchObject({
		can: { post: true }
	});

	const [promoted] = await db.select().from(enrolments).where(eq(enrolments.id, waiter.id));
	expect(promoted?.state).toBe('confirmed');
	const [letter] = await db.select().from(outbox).where(eq(outbox.to, person.email));
	expect(letter?.text).toContain(reason);

	expect(await move(next.id, from.id)).toMatchObject({ refusal: { code: 'enrolment.no_seats' } });
	expect((await leader.must(getAdmission, { params: from })).transferTo).toContainEqual(
		expect.objectContaining({ id: into.id, sameVersion: true, free: 11 })
	);
});

test('back again after a transfer: the same enrolment studies once more, with everything', async () => {
	const [one, other] = [await aCohort('2027-01-18'), await aCohort('2027-02-01')];
	const person = await makePerson(db);
	const { id } = await makeIntern(db, one, person, world.otherTutor);
	await move(id, other.id);
	const visitor = await world.as(person);
	const there = (await visitor.must(listMyEnrolments, {})).find(({ state }) => state === 'confirmed')!;
	expect(await move(there.id, one.id)).toMatchObject({ ok: true });
	const back = (await visitor.must(listMyEnrolments, {})).find(({ state }) => state === 'confirmed')!;
	expect(back.id).toBe(id);
});

test('work that stayed in the other cohort from before is not overwritten: the transfer is refused in words', async () => {
	const [here, there] = [await aCohort('2027-01-18'), await aCohort('2027-02-01')];
	const person = await makePerson(db);
	const { forms } = await loadProgramme(db, world.version);
	const definitionId = forms.get('blank_plan')!.id;
	const write = (cohortId: string, enrolmentId: string) =>
		db.insert(formAnswers).values({ definitionId, cohortId, enrolmentId, answer: {}, savedBy: person.id });

	const before = await makeIntern(db, there, person, world.otherTutor);
	await write(there.id, before.id);
	await (await world.as(person)).must(withdrawEnrolment, { params: { id: before.id } });
	const now = await makeIntern(db, here, person, world.otherTutor);
	await write(here.id, now.id);

	expect(await move(now.id, there.id)).toMatchObject({ refusal: { code: 'enrolment.transfer_twice' } });
	const [row] = await db.select().from(enrolments).where(eq(enrolments.id, now.id));
	expect(row?.state).toBe('confirmed');
});

test('a transfer takes no seat before those who wait for it, also where the cohort has begun', async () => {
	const [from, begun] = [await aCohort('2027-02-01'), await aCohort('2027-01-11', 1)];
	await makeIntern(db, begun, await makePerson(db), world.otherTutor);
	const waiter = await makeApplication(db, begun, await makePerson(db));
	const confirm = { decision: 'confirm' as const, tutorId: null };
	await leader.must(decideEnrolment, { params: waiter, body: confirm });
	const settings = { revision: 1, capacity: 2, enrolmentOpen: true, asksHead: false, priorityGroups: [] };
	await leader.must(setAdmission, { params: begun, body: settings });

	const { id } = await makeIntern(db, from, await makePerson(db), world.otherTutor);
	expect(await move(id, begun.id)).toMatchObject({ refusal: { code: 'enrolment.no_seats' } });
	const { transferTo } = await leader.must(getAdmission, { params: from });
	expect(transferTo).toContainEqual(expect.objectContaining({ id: begun.id, free: 0 }));
});

test('nobody moves once others have seen the final work, into a full cohort, or to the same one', async () => {
	const [from, full, free] = [
		await aCohort('2027-01-18'),
		await aCohort('2027-02-01', 1),
		await aCohort('2027-02-02')
	];
	await makeIntern(db, full, await makePerson(db), world.otherTutor);
	const { id } = await makeIntern(db, from, await makePerson(db), world.otherTutor);
	expect(await move(id, full.id)).toMatchObject({ refusal: { code: 'enrolment.no_seats' } });
	expect(await move(id, from.id)).toMatchObject({ refusal: { code: 'enrolment.same_cohort' } });
	const work = { enrolmentId: id, cohortId: from.id, title: 'Работа', state: 'published' as const };
	await db.insert(finalWorks).values({ ...work, publishedAt: world.deps.now() });
	expect(await move(id, free.id)).toMatchObject({ refusal: { code: 'enrolment.transfer_done' } });
});

test('of two transfers across at the same moment neither waits for the other', async () => {
	const [one, other] = [await aCohort('2027-01-18', 2), await aCohort('2027-02-01', 2)];
	const a = await makeIntern(db, one, await makePerson(db), world.otherTutor);
	const b = await makeIntern(db, other, await makePerson(db), world.otherTutor);
	const answers = await Promise.all([move(a.id, other.id), move(b.id, one.id)]);
	expect(answers.map(({ ok }) => ok)).toEqual([true, true]);
});

test('R167: whoever is not over the site transfers nobody, and no cohort of another programme takes anybody', async () => {
	const [from, into] = [await aCohort('2027-01-18'), await aCohort('2027-02-01')];
	const { id } = await makeIntern(db, from, await makePerson(db), world.otherTutor);
	for (const outsider of [world.otherLeader, world.otherTutor, world.stranger]) {
		const visitor = await world.as(outsider);
		const body = { cohortId: into.id, reason };
		expect(await visitor.call(transferEnrolment, { params: { id }, body })).toMatchObject({
			refusal: { status: 404 }
		});
	}
	expect(await move(id, world.stranger.id)).toMatchObject({ refusal: { status: 404 } });
});
