import { answerSurvey, getSurvey, getSurveySummary } from '@stazhirovka/contract/surveys';
import { surveyAnswers, surveyParticipations } from '@stazhirovka/db/schema';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { wholeAnswer } from '../../testing/answer.ts';
import { Expertise } from '../../testing/expertise.ts';
import { outsiders } from '../../testing/outsiders.ts';
import { recorded } from '../../testing/records.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { insertAnswer } from './store.ts';

let world: World;
let expertise: Expertise;
beforeAll(async () => {
	world = await createWorld({ now: '2027-02-10T09:00:00Z' });
	expertise = new Expertise(world);
});
afterAll(() => world.close());

test('R120: the survey opens when the results are announced', async () => {
	const { intern, params } = await expertise.learner(1);
	const before = await intern.must(getSurvey, { params });
	expect(before).toMatchObject({
		definition: { key: 'survey' },
		answered: false,
		reason: { code: 'survey.results_not_announced' },
		can: { answer: false }
	});
	const body = { answer: wholeAnswer(before.definition) as never };
	expect(await intern.call(answerSurvey, { params, body })).toMatchObject({
		refusal: { status: 409, code: 'survey.results_not_announced' }
	});

	await expertise.announceThree();
	expect(await intern.must(getSurvey, { params })).toMatchObject({ reason: null, can: { answer: true } });
});

test('R120: an answer is taken whole and once, without the person and the time', async () => {
	const { intern, params } = await expertise.learner(1);
	const { definition } = await intern.must(getSurvey, { params });
	const answer = wholeAnswer(definition, { s12: 'Видео' }) as never;

	expect(await intern.call(answerSurvey, { params, body: { answer: { s1: 9 } } })).toMatchObject({
		refusal: { status: 422, code: 'form.faulty' }
	});
	const both = await Promise.all([1, 2].map(() => intern.call(answerSurvey, { params, body: { answer } })));
	expect(both.map((one) => (one.ok ? 200 : one.refusal.code)).sort()).toEqual([
		200,
		'survey.already_answered'
	]);

	const [row, ...others] = await world.db.select().from(surveyAnswers);
	expect(others).toEqual([]);
	expect(row).toEqual({ id: row?.id, cohortId: world.cohort.id, answer, five: 1 });
	expect(row?.id[14]).toBe('4');
	expect(await world.db.select().from(surveyParticipations)).toEqual([
		{ enrolmentId: expertise.enrolment(1) }
	]);
	expect(await recorded(world.db, 'survey', [expertise.enrolment(1), world.cohort.id])).toEqual([]);
	expect(await intern.must(getSurvey, { params })).toMatchObject({ answered: true, can: { answer: false } });
});

test('R167: no figure is shown over fewer than five answers', async () => {
	const leader = await world.as(world.leader);
	const summary = () => leader.must(getSurveySummary, { params: { id: world.cohort.id } });
	const answer = { s1: 3, s9: '10–12 часов', s11: 7, s12: 'Задания' };
	await world.db.transaction(async (tx) => {
		for (const s1 of [1, 2, 4]) await insertAnswer(tx, world.cohort.id, { ...answer, s1 });
	});
	expect(await summary()).toMatchObject({ answered: 4, threshold: 5, questions: null });

	await world.db.transaction((tx) => insertAnswer(tx, world.cohort.id, answer));
	const { questions } = await summary();
	expect(questions?.find(({ key }) => key === 's1')).toMatchObject({
		counts: ['нет', 'скорее нет', 'отчасти', 'скорее да', 'да'].map((label) => ({ label, count: 1 })),
		mean: 3
	});
	expect(questions?.find(({ key }) => key === 's12')?.texts).toEqual(['Видео', ...Array(4).fill('Задания')]);

	// What the sixth says could be read out of a difference: it waits for the tenth.
	await world.db.transaction((tx) => insertAnswer(tx, world.cohort.id, { ...answer, s12: 'Шестой ответ' }));
	expect(await summary()).toMatchObject({ answered: 6, counted: 5, questions });
});

test('R167: the survey is the intern’s own, the summary is for those who run or lead the cohort', async () => {
	const { params } = await expertise.learner(2);
	for (const [who, visitor] of [
		...(await outsiders(world)),
		['the tutor', await world.as(world.tutor)] as const
	]) {
		const answers = await Promise.all([
			visitor.call(getSurvey, { params }),
			visitor.call(answerSurvey, { params, body: { answer: {} } })
		]);
		expect([who, answers.map((answer) => answer.ok || answer.refusal.status)]).toEqual([who, [404, 404]]);
	}
	for (const person of [expertise.person(1), world.otherLeader, world.stranger]) {
		const visitor = await world.as(person);
		expect(await visitor.call(getSurveySummary, { params: { id: world.cohort.id } })).toMatchObject({
			refusal: { status: 404 }
		});
	}
});
