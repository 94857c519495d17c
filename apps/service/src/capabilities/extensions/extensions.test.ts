import { getPath } from '@stazhirovka/contract/cohorts';
import { openConsultationFeed } from '@stazhirovka/contract/consultations';
import { extendDeadline, getPersonDeadlines } from '@stazhirovka/contract/deadlines';
import { getLearningRoute } from '@stazhirovka/contract/learning-routes';
import { outbox } from '@stazhirovka/db/schema';
import { like } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { Expertise } from '../../testing/expertise.ts';
import { answersOf, newLearner } from '../../testing/learner.ts';
import { outsiders } from '../../testing/outsiders.ts';
import { refusing } from '../../testing/refused.ts';
import { createWorld, type World } from '../../testing/world.ts';

let world: World;

beforeAll(async () => {
	world = await createWorld();
	return world.close;
});

const reason = 'Болела две недели';

test('a tutor gives one person more time: every screen, the letter and the calendar know it', async () => {
	const learner = await newLearner(world);
	const { params } = learner;
	await learner.agree(answersOf('t-1'));
	const body = { step: 'task.T01', until: '2027-02-10', reason };
	expect(await learner.intern.call(extendDeadline, { params, body })).toMatchObject(
		refusing(403, 'forbidden')
	);
	expect(
		await learner.tutor.call(extendDeadline, { params, body: { ...body, until: '2027-01-20' } })
	).toMatchObject(refusing(409, 'extension.not_later'));
	expect(await learner.tutor.call(extendDeadline, { params, body: { ...body, reason: 'ну' } })).toMatchObject(
		refusing(422, 'extension.reason_missing')
	);
	await learner.tutor.must(extendDeadline, { params, body });

	const own = await learner.intern.must(getPersonDeadlines, { params });
	expect(own.deadlines.find(({ step }) => step === 'task.T01')).toMatchObject({
		forAll: '2027-01-20',
		until: '2027-02-10',
		extensions: [{ until: '2027-02-10', reason, by: { id: world.tutor.id } }],
		can: { extend: false }
	});
	world.at('2027-02-09T07:00:00Z');
	const task = await learner.task('T01');
	const route = await learner.intern.must(getLearningRoute, { params });
	const path = await learner.intern.must(getPath, { params });
	const step = path.modules.flatMap(({ steps }) => steps).find(({ key }) => key === 'task.1');
	expect([task.dueOn, task.late, step?.dueOn, step?.late]).toEqual([
		'2027-02-10',
		false,
		'2027-02-10',
		false
	]);
	expect(route.items[0]).toMatchObject({ dueOn: '2027-02-10', plannedOn: '2027-01-20', late: false });

	const { address } = await learner.intern.must(openConsultationFeed, {});
	const feed = await learner.intern.inject({ method: 'GET', url: new URL(address).pathname });
	expect(feed.body).toContain('Срок: Дневник трёх наблюдений');
	expect(feed.body).toContain('DTSTART;VALUE=DATE:20270210');
	const letters = await world.db
		.select()
		.from(outbox)
		.where(like(outbox.subject, 'Вам дали больше времени%'));
	expect(letters[0]?.text).toContain(reason);
	world.at('2027-01-18T07:00:00Z');
});

test('the final work has until the end of the cohort, and until the day that was given', async () => {
	const learner = await newLearner(world);
	const { params } = learner;
	const leader = await world.as(world.leader);
	const body = { step: 'final_work', until: '2027-03-12', reason };
	const { deadlines } = await leader.must(extendDeadline, { params, body });
	expect(deadlines.find(({ step }) => step === 'final_work')).toMatchObject({
		forAll: '2027-02-26',
		until: '2027-03-12'
	});
	expect(await leader.call(extendDeadline, { params, body: { ...body, step: 'task.T99' } })).toMatchObject(
		refusing(404, 'step.missing')
	);
	expect(await leader.call(extendDeadline, { params, body: { ...body, until: '2027-12-31' } })).toMatchObject(
		refusing(409, 'extension.too_far')
	);
	const stranger = await world.as(world.otherLeader);
	expect(await stranger.call(getPersonDeadlines, { params })).toMatchObject(
		refusing(404, 'enrolment.missing')
	);
});

test('R167 the leader gives time for a task by its place, and never reads which tasks the route has', async () => {
	const learner = await newLearner(world);
	const { params } = learner;
	await learner.agree(answersOf('t-1'));
	const leader = await world.as(world.leader);
	const own = await leader.must(getPersonDeadlines, { params });
	const tasks = own.deadlines.filter(({ step }) => step.startsWith('task.'));
	expect(tasks.map(({ step, title }) => [step, title])).toEqual(
		[1, 2, 3, 4, 5].map((n) => [`task.${n}`, null])
	);
	await leader.must(extendDeadline, { params, body: { step: 'task.2', until: '2027-02-10', reason } });
	const seen = await learner.intern.must(getPersonDeadlines, { params });
	expect(seen.deadlines.find(({ step }) => step === 'task.T04')).toMatchObject({ until: '2027-02-10' });

	for (const [who, visitor] of await outsiders(world)) {
		if (['the site leader', 'the coordinator', 'the administrator'].includes(who)) continue;
		const body = { step: 'task.2', until: '2027-02-20', reason };
		expect([who, await visitor.call(getPersonDeadlines, { params })]).toMatchObject([
			who,
			refusing(404, 'enrolment.missing')
		]);
		expect([who, await visitor.call(extendDeadline, { params, body })]).toMatchObject([
			who,
			refusing(404, 'enrolment.missing')
		]);
	}
});

test('reviews have the days for which they were asked: more time is not told as the day of before', async () => {
	const own = await createWorld();
	const expertise = new Expertise(own);
	await expertise.published(1, 2, 3);
	await expertise.give([{ author: 1, reviewers: [2, 3] }]);
	const { params } = await expertise.learner(2);
	const tutor = await own.as(own.tutor);
	const reviewing = async () =>
		(await tutor.must(getPersonDeadlines, { params })).deadlines.find(({ step }) => step === 'reviews');
	const asked = await reviewing();
	expect(asked).toMatchObject({ forAll: asked?.until });
	await tutor.must(extendDeadline, { params, body: { step: 'reviews', until: '2027-03-05', reason } });
	expect(await reviewing()).toMatchObject({ forAll: null, until: '2027-03-05' });
	await own.close();
});
