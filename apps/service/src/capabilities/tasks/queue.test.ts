import { postMessage } from '@stazhirovka/contract/chat';
import { signDeficitCard } from '@stazhirovka/contract/diagnostics';
import { proposeLearningRoute } from '@stazhirovka/contract/learning-routes';
import { decideSubmission, getTutorQueue } from '@stazhirovka/contract/tasks';
import { deficitCards, finalWorks, learningRoutes, rooms, submissions } from '@stazhirovka/db/schema';
import { eq } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Expertise } from '../../testing/expertise.ts';
import { answersOf, newLearner } from '../../testing/learner.ts';
import { outsiders } from '../../testing/outsiders.ts';
import { createWorld, type World } from '../../testing/world.ts';

let world: World;

beforeAll(async () => {
	world = await createWorld();
});
afterAll(() => world.close());

async function queue(person = world.tutor) {
	return (await world.as(person)).must(getTutorQueue, {});
}

/** One intern at each of the points at which the tutor is waited for, in the order of waiting. */
async function fourWaiting() {
	const [sender, proposer, signer, writer] = await Promise.all([1, 2, 3, 4].map(() => newLearner(world)));
	world.at('2027-01-18T08:00:00Z');
	await sender!.agree(answersOf('t-1'));
	await proposer!.diagnose(answersOf('t-1'));
	await proposer!.sign();
	await signer!.diagnose(answersOf('t-1'));

	world.at('2027-01-19T08:00:00Z');
	await signer!.intern.must(signDeficitCard, { params: signer!.params, body: { revision: 1 } });
	world.at('2027-01-20T08:00:00Z');
	await proposer!.intern.must(proposeLearningRoute, { params: proposer!.params, body: { revision: 1 } });
	world.at('2027-01-22T22:00:00Z');
	await sender!.send('T01');
	world.at('2027-01-23T08:00:00Z');
	const params = { id: await idOf(rooms, writer!.enrolmentId) };
	await writer!.intern.must(postMessage, {
		params,
		body: { clientId: randomUUID(), text: 'Где взять бланк?' }
	});
	return { sender: sender!, proposer: proposer!, signer: signer!, writer: writer! };
}

async function idOf(
	table: typeof rooms | typeof submissions | typeof deficitCards | typeof learningRoutes,
	enrolmentId: string
) {
	const [row] = await world.db.select({ id: table.id }).from(table).where(eq(table.enrolmentId, enrolmentId));
	return row!.id;
}

test('the tutor sees who waits, longest first, with the hours by the clock of the service', async () => {
	expect(await queue()).toEqual([]);
	const { sender, proposer, signer, writer } = await fourWaiting();
	world.at('2027-01-23T09:59:59Z');

	const items = await queue();

	const submission = await idOf(submissions, sender.enrolmentId);
	const room = await idOf(rooms, writer.enrolmentId);
	const person = { fullName: 'Новикова Дарья', shortName: 'Новикова\u00a0Д.', id: expect.any(String) };
	const common = { person, cohort: 'Поток 1' };
	expect(items).toEqual([
		{
			...common,
			kind: 'deficit_card',
			id: await idOf(deficitCards, signer.enrolmentId),
			enrolmentId: signer.enrolmentId,
			title: 'Индивидуальная карта профессиональных дефицитов',
			since: '2027-01-19T08:00:00.000Z',
			hours: 97,
			late: false,
			place: `/tutor/interns/${signer.enrolmentId}/deficit-card`
		},
		{
			...common,
			kind: 'learning_route',
			id: await idOf(learningRoutes, proposer.enrolmentId),
			enrolmentId: proposer.enrolmentId,
			title: 'Индивидуальный образовательный маршрут',
			since: '2027-01-20T08:00:00.000Z',
			hours: 73,
			late: false,
			place: `/tutor/interns/${proposer.enrolmentId}/learning-route`
		},
		{
			...common,
			kind: 'submission',
			id: submission,
			enrolmentId: sender.enrolmentId,
			title: 'Дневник трёх наблюдений',
			since: '2027-01-22T22:00:00.000Z',
			hours: 11,
			late: true,
			place: `/tutor/submissions/${submission}`
		},
		{
			...common,
			kind: 'thread',
			id: room,
			enrolmentId: writer.enrolmentId,
			title: 'Где взять бланк?',
			since: '2027-01-23T08:00:00.000Z',
			hours: 1,
			late: false,
			place: `/chat/${room}`
		}
	]);
});

test('what the tutor has decided is not waited for any more', async () => {
	const waiting = (await queue()).find(({ kind }) => kind === 'submission')!;
	const tutor = await world.as(world.tutor);

	await tutor.must(decideSubmission, {
		params: { id: waiting.id },
		body: { version: 1, decision: 'accepted' }
	});

	expect((await queue()).map(({ kind }) => kind)).toEqual(['deficit_card', 'learning_route', 'thread']);
});

test('R167 nobody else’s queue has these people in it', async () => {
	for (const [who, visitor] of await outsiders(world)) {
		expect([who, await visitor.must(getTutorQueue, {})]).toEqual([who, []]);
	}
});

test('R117 a work on which the rules ask for a decision waits for the tutors of the cohort', async () => {
	world.at('2027-02-10T09:00:00Z');
	const expertise = new Expertise(world);
	await expertise.published(1);
	await expertise.give([{ author: 1, reviewers: [2, 3, 4] }], new Date('2027-02-15T21:00:00Z'));
	const works = async (person = world.tutor) =>
		(await queue(person)).filter(({ kind }) => kind === 'final_work');

	expect(await works()).toEqual([]);
	world.at('2027-02-16T21:30:00Z');
	const [work] = await world.db.select({ id: finalWorks.id }).from(finalWorks);
	const waiting = {
		kind: 'final_work',
		id: work!.id,
		enrolmentId: expertise.enrolment(1),
		person: { id: world.interns[0]!.id, fullName: expect.any(String), shortName: expect.any(String) },
		cohort: 'Поток 1',
		title: 'Урок: по три минуты',
		since: '2027-02-15T21:00:00.000Z',
		hours: 24,
		late: false,
		place: `/tutor/cohorts/${world.cohort.id}/board`
	};
	expect(await works()).toEqual([waiting]);
	expect(await works(world.otherTutor)).toEqual([waiting]);
	expect(await works(world.leader)).toEqual([]);

	await expertise.decide(1, true);
	expect(await works()).toEqual([]);
});
