import { changeTutor } from '@stazhirovka/contract/alerts';
import { postMessage } from '@stazhirovka/contract/chat';
import { getPath } from '@stazhirovka/contract/cohorts';
import * as diagnostics from '@stazhirovka/contract/diagnostics';
import { getInternFile, getPace } from '@stazhirovka/contract/reporting';
import { decideSubmission } from '@stazhirovka/contract/tasks';
import { afterAll, expect, test } from 'vitest';
import { Expertise } from '../../testing/expertise.ts';
import { answersOf } from '../../testing/learner.ts';
import { outsiders } from '../../testing/outsiders.ts';
import { createWorld } from '../../testing/world.ts';

const world = await createWorld();
afterAll(world.close);

const expertise = new Expertise(world);
const leader = await world.as(world.leader);
const tutor = await world.as(world.tutor);
const cohort = { params: { id: world.cohort.id } };

test('R64, R75: the pace tells who came to each step, and how tutors keep up', async () => {
	const learner = await expertise.prepare(2, { card: false });
	const { sent } = await tutor.must(getInternFile, { params: learner.params });
	world.at('2027-01-19T07:00:00Z');
	const accepted = { version: 1, decision: 'accepted' as const };
	await tutor.must(decideSubmission, { params: { id: sent![0]!.id }, body: accepted });

	const { steps, tutors, ...all } = await leader.must(getPace, cohort);
	const of = (key: string) => steps.find((step) => step.key === key);
	expect(of('diagnosis')).toMatchObject({ asked: 6, reached: 6, done: 1, expected: null });
	expect(of('learning_route')).toMatchObject({ asked: 6, reached: 1, done: 1 });
	expect(of('task.1')).toMatchObject({ asked: 6, reached: 1, done: 1, expected: 0 });
	expect(all).toMatchObject({ today: '2027-01-19', interns: 6, expected: 0, kept: 0, hours: 24 });
	const own = tutors.find((one) => one.tutor.id === world.tutor.id);
	expect(own).toMatchObject({
		interns: 6,
		checks: { asked: 5, answered: 1, waiting: 4, late: 0, medianHours: 12, inTime: 1 },
		questions: { asked: 0 }
	});

	world.at('2027-03-10T07:00:00Z');
	const over = await leader.must(getPace, cohort);
	expect(over.steps.find(({ key }) => key === 'final_work')).toMatchObject({ expected: 6, kept: 0, done: 0 });
	expect(over.steps.find(({ key }) => key === 'task.1')).toMatchObject({ expected: 1, kept: 1 });
	expect([over.expected, over.kept]).toEqual([
		over.steps.reduce((sum, { expected }) => sum + (expected ?? 0), 0),
		over.steps.reduce((sum, { kept }) => sum + kept, 0)
	]);
	world.at('2027-01-18T07:00:00Z');
});

test('the tutor’s file has the path as the intern sees it, what was sent, the thread and what changed', async () => {
	const learner = await expertise.prepare(1);
	await leader.must(diagnostics.setDiagnosisRules, {
		...cohort,
		body: { minutes: null, attempts: 1, counts: 'last', randomOrder: false, exit: true }
	});
	const { params } = learner;
	await learner.intern.must(diagnostics.beginDiagnosis, { params, body: { stage: 'exit' } });
	const answer = answersOf('t-1') as never;
	const body = { revision: 0, occasion: 'exit', answer };
	await learner.intern.must(diagnostics.finishDiagnosis, { params, body });
	const { privateRoomId, ...path } = await learner.intern.must(getPath, { params });
	const words = { clientId: crypto.randomUUID(), text: 'Тайный вопрос' };
	await learner.intern.must(postMessage, { params: { id: privateRoomId! }, body: words });

	const file = await tutor.must(getInternFile, { params });
	const toYou = JSON.stringify({ modules: path.modules, next: path.next }).replaceAll(
		'path.waits_for_tutor',
		'path.waits_for_you'
	);
	expect(toYou).toContain('path.waits_for_you');
	expect(file.path).toEqual({ ...JSON.parse(toYou), done: path.done, total: path.total });
	expect(file.sent).toHaveLength(5);
	expect(file.thread).toMatchObject({ roomId: privateRoomId, messages: 1, unread: 1 });
	expect(file.comparison?.rows[0]).toMatchObject({ deficit: 'D1', before: { level: 'none' } });
	expect(file.decisions.map(({ kind }) => kind)).toEqual(
		expect.arrayContaining(['learning_route.agreed', 'deficit_card.frozen', 'task.sent'])
	);
	const sentTasks = file.decisions.filter(({ kind }) => kind === 'task.sent').map(({ step }) => step);
	expect(sentTasks.toSorted()).toEqual(['task.1', 'task.2', 'task.3', 'task.4', 'task.5']);
	expect(file.decisions.find(({ kind }) => kind === 'learning_route.agreed')).toMatchObject({ step: null });
	expect(file.can).toEqual({ openRecords: true, extend: true });
	expect(JSON.stringify(file)).not.toContain('Тайный вопрос');
});

test('R167: the leader’s file has no deficits, no words of tasks, no thread and nothing that was sent', async () => {
	const { params } = await expertise.learner(1);
	const own = await tutor.must(getInternFile, { params });
	for (const who of [world.leader, world.coordinator, world.administrator]) {
		const file = await (await world.as(who)).must(getInternFile, { params });
		expect(file).toMatchObject({ sent: null, thread: null, comparison: null, can: { openRecords: false } });
		const seen = JSON.stringify(file.path);
		for (const { task, title } of own.sent!) {
			expect(seen).not.toContain(title);
			expect(seen).not.toContain(task);
		}
		const steps = file.path.modules.flatMap((module) => module.steps);
		expect(steps.flatMap(({ place, reason }) => [place, reason?.details]).filter(Boolean)).toEqual([]);
		const states = ({ key, state, late, doneOn }: (typeof steps)[number]) => [key, state, late, doneOn];
		expect(steps.map(states)).toEqual(own.path.modules.flatMap((module) => module.steps).map(states));
		expect(file.decisions).toEqual(own.decisions);
	}
});

test('R167: who neither teaches the intern nor leads the site has no file, and the former tutor no more', async () => {
	const { params } = await expertise.learner(1);
	const leads = ['the site leader', 'the coordinator', 'the administrator'];
	for (const [who, visitor] of await outsiders(world)) {
		const answer = await visitor.call(getInternFile, { params });
		expect([who, answer.ok ? 200 : answer.refusal.status]).toEqual([who, leads.includes(who) ? 200 : 404]);
		const pace = await visitor.call(getPace, cohort);
		const runs = who === 'another tutor of the cohort' || leads.includes(who);
		expect([who, pace.ok ? 200 : pace.refusal.status]).toEqual([who, runs ? 200 : 404]);
	}
	const body = { tutorId: world.otherTutor.id, instead: world.tutor.id };
	await leader.must(changeTutor, { params, body });
	expect(await tutor.call(getInternFile, { params })).toMatchObject({ refusal: { status: 404 } });
	const other = await (await world.as(world.otherTutor)).must(getInternFile, { params });
	expect(other).toMatchObject({ thread: { messages: 1, unread: 0 }, can: { openRecords: true } });
});

test('a work and a document are in the file of both', async () => {
	await expertise.publish(1);
	const { params } = await expertise.learner(1);
	const { work } = await leader.must(getInternFile, { params });
	expect(work).toMatchObject({ id: await expertise.workId(1), publishedAt: '2027-01-18T07:00:00.000Z' });
});
