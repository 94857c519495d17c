import { getRoom, searchMessages } from '@stazhirovka/contract/chat';
import { changeCohort, openCohort } from '@stazhirovka/contract/cohorts';
import { joinSpace } from '@stazhirovka/contract/spaces';
import { finalWorks } from '@stazhirovka/db/schema';
import { afterAll, expect, test } from 'vitest';
import { talkIn } from '../../testing/chat.ts';
import { makeIntern } from '../../testing/cohort.ts';
import { openSpace } from '../../testing/conferring.ts';
import { makePerson } from '../../testing/person.ts';
import { refused } from '../../testing/refused.ts';
import { createWorld } from '../../testing/world.ts';
import { ensureWorkRoom } from '../chat/index.ts';

const world = await createWorld();
afterAll(world.close);
const leader = await world.as(world.leader);
const tutor = await world.as(world.tutor);
const other = await world.as(world.otherTutor);
const hidden = refused(404, 'room.missing');

async function opened() {
	const plan = { title: 'Поток 2', startsOn: '2027-01-25', endsOn: '2027-03-05', capacity: 12, sessions: [] };
	const body = { ...plan, tutorIds: [world.tutor.id], programmeVersionId: world.version };
	const { id, revision } = await leader.must(openCohort, { body });
	const cohort = await world.db.query.cohorts.findFirst({ where: (table, { eq }) => eq(table.id, id) });
	const give = (tutorIds: string[]) =>
		leader.must(changeCohort, { params: { id }, body: { ...plan, tutorIds, revision } });
	return { id, cohort: cohort!, give };
}

async function discussionIn({ id: cohortId, cohort }: Awaited<ReturnType<typeof opened>>): Promise<string> {
	const author = await makePerson(world.db);
	const { id: enrolmentId } = await makeIntern(world.db, cohort, author, world.otherTutor);
	const work = { enrolmentId, cohortId, title: 'Работа', state: 'published' as const };
	const [row] = await world.db
		.insert(finalWorks)
		.values({ ...work, publishedAt: world.deps.now() })
		.returning();
	const memberIds = [author.id, world.tutor.id];
	const subject = { cohortId, finalWorkId: row!.id, title: 'Работа', memberIds };
	return world.db.transaction((tx) => ensureWorkRoom(tx, subject));
}

test('C9: a tutor taken off a cohort leaves the discussions under its works, and who comes takes part in them', async () => {
	const made = await opened();
	const roomId = await discussionIn(made);
	const talk = talkIn(roomId);
	await talk.say(tutor, 'Замечание тьютора');
	expect(await other.call(getRoom, { params: { id: roomId } })).toMatchObject(hidden);

	await made.give([world.otherTutor.id]);

	expect(await talk.post(tutor, 'Ещё одно')).toMatchObject(hidden);
	expect(await tutor.call(getRoom, { params: { id: roomId } })).toMatchObject(hidden);
	const found = await tutor.must(searchMessages, { querystring: { q: 'Замечание' } });
	expect(found.found).toEqual([]);
	expect(await talk.open(other)).toMatchObject({ unread: 0, can: { post: true, moderate: true } });
});

test('C9: a tutor taken off a cohort stays in its association while a tutor of the site', async () => {
	const made = await opened();
	const space = await openSpace(leader, world.site.id, { admits: 'cohort', cohortId: made.id });
	if (!space.ok) throw new Error(JSON.stringify(space.refusal));
	const { id, roomId } = space.value;
	await tutor.must(joinSpace, { params: { id }, body: { token: '' } });

	await made.give([world.otherTutor.id]);

	expect(await tutor.must(getRoom, { params: { id: roomId } })).toMatchObject({ can: { post: true } });
});
