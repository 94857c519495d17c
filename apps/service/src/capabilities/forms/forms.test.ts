import { getForm, getGroupForm, saveForm, saveGroupForm, submitForm } from '@stazhirovka/contract/forms';
import { journal } from '@stazhirovka/db/schema';
import { eq } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { correlationAnswer, ratingAnswer } from '../../testing/cards.ts';
import { makeApplication } from '../../testing/cohort.ts';
import { makePerson } from '../../testing/person.ts';
import type { Visitor } from '../../testing/visitor.ts';
import { createWorld } from '../../testing/world.ts';

const world = await createWorld();
afterAll(world.close);

const interns = await Promise.all(world.interns.map((person) => world.as(person)));
const tutor = await world.as(world.tutor);
const [intern, another] = interns as [Visitor, Visitor];
const id = world.enrolments[0]!.id;

type Change = { revision?: number; answer?: Record<string, unknown>; occasion?: string; of?: string };
const address = (key: string, { occasion, of = id }: Change) => ({
	params: { id: of, key },
	querystring: { occasion }
});
const save = (by: Visitor, key: string, change: Change = {}) =>
	by.call(saveForm, {
		...address(key, change),
		body: { revision: change.revision ?? 0, answer: (change.answer ?? {}) as Record<string, string> }
	});
const handIn = (by: Visitor, key: string, change: Change & { confirmedPrivacy?: boolean } = {}) =>
	by.call(submitForm, {
		...address(key, change),
		body: {
			revision: change.revision ?? 0,
			answer: (change.answer ?? {}) as Record<string, string>,
			confirmedPrivacy: change.confirmedPrivacy ?? false
		}
	});
const read = (by: Visitor, key: string, change: Change = {}) => by.call(getForm, address(key, change));
const told = (answer: Awaited<ReturnType<typeof save | typeof handIn | typeof read>>) =>
	answer.ok ? 200 : `${answer.refusal.status} ${answer.refusal.code}`;

test('a draft is saved, read again, handed in and closed', async () => {
	expect(await save(intern, 'blank_plan', { answer: { topic: 'Дроби' } })).toMatchObject({
		value: { revision: 1 }
	});
	expect(await read(intern, 'blank_plan')).toMatchObject({
		value: { answer: { topic: 'Дроби' }, revision: 1, submittedAt: null, can: { save: true, submit: true } }
	});

	const answer = correlationAnswer(10);
	expect(await handIn(intern, 'correlation_card', { answer })).toMatchObject({
		value: { submittedAt: '2027-01-18T07:00:00.000Z', can: { save: false, submit: false } }
	});
	expect(told(await save(intern, 'correlation_card', { revision: 1, answer }))).toBe('409 form.submitted');
	const entries = await world.db.select().from(journal).where(eq(journal.kind, 'form.submitted'));
	expect(entries).toMatchObject([{ subjectId: id, data: { form: 'correlation_card' } }]);
});

test('two tabs never overwrite each other: the later one is told what is stored', async () => {
	const mine = world.enrolments[1]!.id;
	expect(told(await save(another, 'blank_plan', { of: mine, answer: { topic: 'Первая' } }))).toBe(200);
	expect(await save(another, 'blank_plan', { of: mine, answer: { topic: 'Вторая' } })).toMatchObject({
		refusal: { status: 409, problem: { details: { revision: 1, answer: { topic: 'Первая' } } } }
	});

	const saves = await Promise.all(
		['А', 'Б', 'В'].map((topic) => save(another, 'blank_plan', { of: mine, revision: 1, answer: { topic } }))
	);
	expect(saves.map(told).sort()).toEqual([200, '409 form.changed_elsewhere', '409 form.changed_elsewhere']);
});

test('a card that is not whole, and nonsense, are refused with their places', async () => {
	expect(await handIn(intern, 'route_form', { answer: { motivation: 'Хочу' } })).toMatchObject({
		refusal: { status: 422, code: 'form.faulty', problem: { details: { faults: expect.any(Array) } } }
	});
	expect(told(await save(intern, 'route_form', { answer: { stranger: 1 } }))).toBe('422 form.faulty');
	expect(told(await save(intern, 'route_form', { answer: { motivation: 'a\u0000b' } }))).toBe(
		'422 form.faulty'
	);
});

test('R166: what looks like a pupil’s name stops until the author has looked', async () => {
	const of = world.enrolments[2]!.id;
	const answer = { ...correlationAnswer(2), own_case: 'Петя Иванов не слушает, у него диагноз СДВГ.' };
	const change = { of, answer };
	expect(await handIn(interns[2]!, 'correlation_card', change)).toMatchObject({
		refusal: { status: 422, code: 'form.privacy', problem: { details: { warnings: expect.any(Array) } } }
	});
	expect(await read(interns[2]!, 'correlation_card', { of })).toMatchObject({ value: { revision: 0 } });
	expect(told(await handIn(interns[2]!, 'correlation_card', { ...change, confirmedPrivacy: true }))).toBe(
		200
	);
});

test('R89: a competence card belongs to a recording of the programme', async () => {
	const answer = ratingAnswer();
	expect(told(await handIn(intern, 'competence_analysis_card', { answer, occasion: 'V01' }))).toBe(200);
	expect(told(await handIn(intern, 'competence_analysis_card', { answer, occasion: 'V02' }))).toBe(200);
	expect(told(await save(intern, 'competence_analysis_card', { answer }))).toBe('404 form.missing');
	expect(told(await save(intern, 'competence_analysis_card', { answer, occasion: 'V99' }))).toBe(
		'404 form.missing'
	);
	expect(told(await save(intern, 'blank_plan', { occasion: 'V01' }))).toBe('404 form.missing');
});

test('drafts of what is handed in elsewhere are kept here, but not handed in', async () => {
	for (const key of ['diagnostic', 'effectiveness_card', 'final_work']) {
		expect([key, told(await save(intern, key))]).toEqual([key, 200]);
		expect([key, told(await handIn(intern, key, { revision: 1 }))]).toEqual([
			key,
			'409 form.handed_in_elsewhere'
		]);
		expect(await read(intern, key)).toMatchObject({ value: { can: { save: true, submit: false } } });
		expect([key, told(await read(tutor, key))]).toEqual([key, '404 form.missing']);
	}
});

test('R100: a task is begun when the route opens it', async () => {
	expect(told(await save(intern, 'task:T01'))).toBe('409 task.locked');
	expect(told(await save(intern, 'task:T99'))).toBe('404 form.missing');
});

test.each(['peer_rubric', 'survey', 'deficit_card', 'self_check', '__proto__', 'nothing'])(
	'%s has no door here',
	async (key) => {
		const answers = [await read(intern, key), await save(intern, key), await handIn(intern, key)];
		expect(answers.map(told)).toEqual(Array(3).fill('404 form.missing'));
	}
);

test('R167: the tutor reads the cards and writes none; for everybody else they do not exist', async () => {
	expect(await read(tutor, 'correlation_card')).toMatchObject({
		value: { can: { save: false, submit: false } }
	});
	expect(told(await save(tutor, 'blank_plan', { revision: 1 }))).toBe('404 enrolment.missing');

	const outsiders = [
		world.interns[1]!,
		world.otherTutor,
		world.leader,
		world.otherLeader,
		world.coordinator,
		world.administrator,
		world.stranger
	];
	for (const outsider of outsiders) {
		const visitor = await world.as(outsider);
		const answers = [
			await read(visitor, 'blank_plan'),
			await save(visitor, 'blank_plan'),
			await handIn(visitor, 'blank_plan')
		];
		expect(answers.map(told)).toEqual(Array(3).fill('404 enrolment.missing'));
	}
});

test('nothing is saved where one does not study', async () => {
	const person = await makePerson(world.db);
	const application = await makeApplication(world.db, world.cohort, person);
	const visitor = await world.as(person);
	expect(told(await save(visitor, 'blank_plan', { of: application.id }))).toBe('404 enrolment.missing');
});

test('R84: the tutor and the interns fill the card of the group together', async () => {
	const params = { id: world.cohort.id, key: 'correlation_card' };
	const put = (by: Visitor, revision: number, right: number) =>
		by.call(saveGroupForm, { params, querystring: {}, body: { revision, answer: correlationAnswer(right) } });

	expect(await put(tutor, 0, 1)).toMatchObject({ value: { revision: 1 } });
	expect(await put(another, 1, 2)).toMatchObject({ value: { revision: 2 } });
	expect(await put(intern, 1, 3)).toMatchObject({ refusal: { code: 'form.changed_elsewhere' } });
	expect(await intern.must(getGroupForm, { params, querystring: {} })).toMatchObject({
		revision: 2,
		answer: correlationAnswer(2),
		can: { save: true, submit: false }
	});

	for (const outsider of [world.leader, world.otherLeader, world.stranger]) {
		const visitor = await world.as(outsider);
		expect(await visitor.call(getGroupForm, { params, querystring: {} })).toMatchObject({
			refusal: { status: 404 }
		});
		expect(await put(visitor, 2, 4)).toMatchObject({ refusal: { status: 404 } });
	}
	for (const key of ['blank_plan', 'survey', 'final_work']) {
		const answer = await tutor.call(getGroupForm, { params: { ...params, key }, querystring: {} });
		expect(answer).toMatchObject({ refusal: { status: 404, code: 'form.missing' } });
	}
});
