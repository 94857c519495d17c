import { listSiteTutors, openCohort } from '@stazhirovka/contract/cohorts';
import { importProgramme } from '@stazhirovka/contract/programmes';
import { journal, roomMembers, rooms } from '@stazhirovka/db/schema';
import { programmeFile } from '@stazhirovka/db/seeds';
import { eq } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { outsiders } from '../../testing/outsiders.ts';
import { createWorld } from '../../testing/world.ts';

const world = await createWorld();
afterAll(world.close);

const leader = await world.as(world.leader);
const session = {
	module: 1,
	date: '2027-04-05',
	startsAt: '10:00',
	endsAt: '13:20',
	place: 'Каб. 214',
	breaks: null
};
const plan = {
	programmeVersionId: world.version,
	title: 'Поток 2',
	startsOn: '2027-04-05',
	endsOn: '2027-05-14',
	capacity: 12,
	tutorIds: [world.otherTutor.id],
	sessions: [session]
};

test('a leader opens a cohort with its tutors, meetings and group room', async () => {
	const cohort = await leader.must(openCohort, { body: plan });
	expect(cohort).toMatchObject({
		title: 'Поток 2',
		programmeKey: 'adhd-lesson-12h',
		capacity: 12,
		confirmed: 0,
		tutors: [{ id: world.otherTutor.id, fullName: 'Сухожилло Рада Петровна' }],
		sessions: [session],
		groupRoomId: expect.any(String),
		can: { run: false, lead: true }
	});

	const members = await world.db
		.select({ personId: roomMembers.personId })
		.from(roomMembers)
		.innerJoin(rooms, eq(rooms.id, roomMembers.roomId))
		.where(eq(rooms.cohortId, cohort.id));
	expect(members).toEqual([{ personId: world.otherTutor.id }]);
	const [entry] = await world.db.select().from(journal).where(eq(journal.subjectId, cohort.id));
	expect(entry).toMatchObject({ kind: 'cohort.opened', actorId: world.leader.id });
});

test('a plan that cannot be is refused with every fault and its field', async () => {
	const body = {
		...plan,
		endsOn: '2027-04-01',
		tutorIds: [world.tutor.id, world.stranger.id],
		sessions: [{ ...session, module: 9, startsAt: '14:00' }]
	};
	expect(await leader.call(openCohort, { body })).toMatchObject({
		refusal: {
			status: 422,
			code: 'cohort.faulty',
			problem: {
				details: {
					faults: [
						{ code: 'cohort.period_backwards', field: 'endsOn' },
						{ code: 'cohort.tutor_unknown', field: 'tutorIds' },
						{ code: 'cohort.session_outside_period', field: 'sessions.0.date' },
						{ code: 'cohort.session_backwards', field: 'sessions.0.endsAt' },
						{ code: 'cohort.session_module_unknown', field: 'sessions.0.module' }
					]
				}
			}
		}
	});
});

test('a cohort is opened on a published version only', async () => {
	const document = { ...(programmeFile('adhd-lesson-12h') as object), summary: 'Черновик' };
	const draft = await leader.must(importProgramme, { body: { document } });
	expect(await leader.call(openCohort, { body: { ...plan, programmeVersionId: draft.id } })).toMatchObject({
		refusal: { status: 404, code: 'programme.missing' }
	});
});

test('nobody opens a cohort of a site that they do not lead', async () => {
	const leading = ['the site leader', 'the coordinator', 'the administrator'];
	for (const [who, visitor] of await outsiders(world)) {
		const answer = await visitor.call(openCohort, { body: { ...plan, title: who } });
		const status = leading.includes(who) ? 200 : 404;
		expect([who, answer.ok ? 200 : answer.refusal.status]).toEqual([who, status]);
	}
});

test('a leader chooses among the tutors of the own sites', async () => {
	const namesOf = async (person: { id: string }) =>
		(await (await world.as(person)).must(listSiteTutors, {})).map(({ shortName }) => shortName);

	expect(await namesOf(world.leader)).toEqual(['Вереснёва\u00a0А.\u00a0Т.', 'Сухожилло\u00a0Р.\u00a0П.']);
	expect(await namesOf(world.otherLeader)).toEqual([]);
	expect(await namesOf(world.tutor)).toEqual([]);
});
