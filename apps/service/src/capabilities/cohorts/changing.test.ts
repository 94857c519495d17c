import { changeCohort, getCohort, openCohort, type Cohort } from '@stazhirovka/contract/cohorts';
import { setCohortDeadlines, getCohortDeadlines } from '@stazhirovka/contract/deadlines';
import { getLearningRoute } from '@stazhirovka/contract/learning-routes';
import { getCohortOrders, issueOrder } from '@stazhirovka/contract/orders';
import { outbox } from '@stazhirovka/db/schema';
import { like } from 'drizzle-orm';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { makeIntern } from '../../testing/cohort.ts';
import { Learner } from '../../testing/learner.ts';
import { makePerson } from '../../testing/person.ts';
import { outsiders } from '../../testing/outsiders.ts';
import { refusing } from '../../testing/refused.ts';
import { createWorld } from '../../testing/world.ts';

const world = await createWorld();
afterAll(world.close);
const leader = await world.as(world.leader);
const session = {
	module: 1,
	date: '2027-01-25',
	startsAt: '10:00',
	endsAt: '13:20',
	place: 'Каб. 214',
	breaks: null
};
const plan = {
	title: 'Поток 2',
	startsOn: '2027-01-25',
	endsOn: '2027-03-05',
	capacity: 12,
	tutorIds: [world.tutor.id],
	sessions: [session]
};
let cohort: Cohort;

beforeEach(async () => {
	world.at('2027-01-18T07:00:00Z');
	cohort = await leader.must(openCohort, { body: { ...plan, programmeVersionId: world.version } });
});

function change(rest: Record<string, unknown>, revision = cohort.revision, by = leader) {
	const sessions = cohort.sessions.map((one) => ({ ...one, startsAt: one.startsAt, endsAt: one.endsAt }));
	const body = { ...plan, sessions, revision, ...rest };
	return by.call(changeCohort, { params: { id: cohort.id }, body });
}

async function intern() {
	const person = await makePerson(world.db);
	const row = await makeIntern(world.db, (await cohortRow())!, person, world.tutor);
	return new Learner(await world.as(person), await world.as(world.tutor), row.id);
}

function cohortRow() {
	return world.db.query.cohorts.findFirst({ where: (table, { eq }) => eq(table.id, cohort.id) });
}

test('a leader changes a cohort as a whole; a meeting keeps its id', async () => {
	const [first] = cohort.sessions;
	const sessions = [
		{ ...first!, place: 'Актовый зал' },
		{ ...session, date: '2027-02-15', module: 2 }
	];
	const tutorIds = [world.otherTutor.id];
	const answer = await change({ title: 'Поток А', capacity: 20, tutorIds, sessions });
	expect(answer).toMatchObject({
		ok: true,
		value: {
			title: 'Поток А',
			capacity: 20,
			revision: 2,
			tutors: [{ id: world.otherTutor.id }],
			sessions: [{ id: first!.id, place: 'Актовый зал' }, { date: '2027-02-15' }]
		}
	});
});

test('of two leaders at once the second is told, and nothing of the first is lost', async () => {
	const answers = await Promise.all([change({ title: 'Один' }), change({ title: 'Другой' })]);
	expect(answers.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
	expect(answers.find(({ ok }) => !ok)).toMatchObject(refusing(409, 'cohort.changed_meanwhile'));
});

test('what may no longer change is refused in words that name the field', async () => {
	await intern();
	expect(await change({ tutorIds: [world.otherTutor.id], capacity: 1 })).toMatchObject({
		refusal: {
			status: 422,
			problem: { details: { faults: [{ code: 'cohort.tutor_has_interns', field: 'tutorIds' }] } }
		}
	});
	world.at('2027-01-27T07:00:00Z');
	expect(await change({ startsOn: '2027-01-28', sessions: [] })).toMatchObject({
		refusal: {
			problem: {
				details: {
					faults: [
						{ code: 'cohort.start_passed', field: 'startsOn' },
						{ code: 'cohort.session_held', field: 'sessions' }
					]
				}
			}
		}
	});
});

test('a moved cohort takes its deadlines and routes along and writes one letter to each intern', async () => {
	const learner = await intern();
	const rules = [
		{ step: 'tasks' as const, anchor: 'end' as const, workingDays: -10 },
		{ step: 'final_work' as const, anchor: 'end' as const, workingDays: 0 }
	];
	await leader.must(setCohortDeadlines, { params: { id: cohort.id }, body: { revision: 1, rules } });
	await learner.agree();
	const before = await learner.intern.must(getLearningRoute, { params: learner.params });
	expect(before.items.at(-1)?.dueOn).toBe('2027-02-18');

	const answer = await change({ endsOn: '2027-03-19' }, 2);
	expect(answer).toMatchObject({ ok: true, value: { revision: 3, endsOn: '2027-03-19' } });
	const { deadlines } = await leader.must(getCohortDeadlines, { params: { id: cohort.id } });
	expect(deadlines.map(({ step, dueOn }) => [step, dueOn])).toEqual([
		['tasks', '2027-03-04'],
		['final_work', '2027-03-19']
	]);
	const after = await learner.intern.must(getLearningRoute, { params: learner.params });
	expect(after.items.every(({ dueOn }, n) => dueOn > (before.items[n]?.dueOn ?? ''))).toBe(true);
	expect([after.state, after.versions]).toEqual(['agreed', 2]);

	const letters = await world.db
		.select()
		.from(outbox)
		.where(like(outbox.text, `%my/${learner.enrolmentId}/deadlines%`));
	expect(letters.map(({ subject }) => subject)).toHaveLength(1);
	const text = letters[0]?.text.replaceAll('\u00a0', ' ');
	expect(text).toContain('по 19 марта 2027 г.');
	expect(text).toContain('Срок: задания – до конца дня 4 марта 2027 г.');
});

test('nobody changes a cohort of a site that they do not lead', async () => {
	const leading = ['the site leader', 'the coordinator', 'the administrator'];
	for (const [who, visitor] of await outsiders(world)) {
		const { revision } = (await cohortRow())!;
		const answer = await change({ title: who }, revision, visitor);
		expect([who, answer.ok ? 200 : answer.refusal.status]).toEqual([who, leading.includes(who) ? 200 : 404]);
	}
	const tutor = await world.as(world.tutor);
	expect(await change({}, 1, tutor)).toMatchObject(refusing(404, 'cohort.missing'));
	expect(await tutor.must(getCohort, { params: { id: cohort.id } })).toMatchObject({ can: { lead: false } });
});

test('R65: an order that tells earlier days is told of until it is corrected, one that tells none of them is not', async () => {
	const params = { id: cohort.id };
	const learner = await intern();
	const read = () => leader.must(getCohortOrders, { params, querystring: {} });
	const issue = (kind: 'order_dates' | 'order_enrol', replacesId: string | null = null) =>
		leader.must(issueOrder, { params, body: { kind, learners: [learner.enrolmentId], replacesId } });
	const [days, enrolled] = [await issue('order_dates'), await issue('order_enrol')];
	expect((await read()).outdated).toEqual([]);

	world.at('2027-01-18T08:00:00Z');
	const moved = cohort.sessions.map((one) => ({ ...one, place: 'Актовый зал' }));
	const { revision } = (await change({ sessions: moved })).ok
		? await leader.must(getCohort, { params })
		: cohort;
	expect((await read()).outdated).toEqual([days.id]);
	await change({ sessions: moved, endsOn: '2027-03-12' }, revision);
	expect((await read()).outdated.toSorted()).toEqual([days.id, enrolled.id].toSorted());

	world.at('2027-01-18T09:00:00Z');
	for (const [kind, id] of [
		['order_dates', days.id],
		['order_enrol', enrolled.id]
	] as const)
		await issue(kind, id);
	expect((await read()).outdated).toEqual([]);
});

test('the room of the group is called as its cohort is', async () => {
	await change({ title: 'Поток весенний' });
	const room = await world.db.query.rooms.findFirst({ where: (row, { eq }) => eq(row.cohortId, cohort.id) });
	expect(room?.title).toMatch(/ · Поток весенний$/);
});
