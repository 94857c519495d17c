import * as contract from '@stazhirovka/contract/calibration';
import { getReview, listMyReviews, saveReview } from '@stazhirovka/contract/final-works';
import { calibrationTries, outbox } from '@stazhirovka/db/schema';
import { eq, like } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { wholeAnswer } from '../../testing/answer.ts';
import { Expertise } from '../../testing/expertise.ts';
import { outsiders } from '../../testing/outsiders.ts';
import { recorded } from '../../testing/records.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { exampleMarks } from './index.ts';

const CRITERIA = ['awareness', 'conditions', 'completeness', 'technology', 'effectiveness', 'reflection'];

let world: World;
let expertise: Expertise;
let first: string;
let second: string;
beforeAll(async () => {
	world = await createWorld({ now: '2027-02-10T09:00:00Z' });
	expertise = new Expertise(world);
	await expertise.published(1, 2, 3);
	await expertise.give([
		{ author: 1, reviewers: [2, 3] },
		{ author: 2, reviewers: [1, 3] },
		{ author: 3, reviewers: [1, 2] }
	]);
});
afterAll(() => world.close());

const ofCohort = () => ({ params: { id: world.cohort.id } });
const marks = (score: number) => Object.fromEntries(CRITERIA.map((key) => [key, score]));

/** An example on which the staff gave two points everywhere. */
async function example(): Promise<string> {
	const tutor = await world.as(world.tutor);
	const { id } = await tutor.must(contract.addExample, ofCohort());
	const params = { id: world.cohort.id, example: id };
	const { sheet } = await tutor.must(contract.getExample, { params });
	const given = Object.fromEntries(CRITERIA.map((key) => [`staff_mark_${key}`, 2]));
	const answer = wholeAnswer(sheet.definition, given) as never;
	expect(await tutor.must(contract.saveExample, { params, body: { revision: 0, answer } })).toMatchObject({
		revision: 1
	});
	await tutor.must(contract.publishExample, { params, body: { revision: 1, answer } });
	return id;
}

async function mark(n: number, exampleId: string, score: number) {
	const { intern, params } = await expertise.learner(n);
	return intern.call(contract.tryCalibration, { params, body: { exampleId, scores: marks(score) } });
}

async function open(n: number) {
	const { intern, params } = await expertise.learner(n);
	const [task] = await intern.must(listMyReviews, { params });
	return intern.call(getReview, { params: { id: task!.id } });
}

test('R116: where the site keeps no examples, and in a review that was begun, nothing is asked', async () => {
	const { intern, params } = await expertise.learner(3);
	expect(await intern.must(contract.getMyCalibration, { params })).toMatchObject({
		state: 'none',
		example: null
	});
	expect(await open(3)).toMatchObject({ ok: true });
	const [task] = await intern.must(listMyReviews, { params });
	await intern.must(saveReview, {
		params: { id: task!.id },
		body: { revision: 0, answer: { awareness: 1 } }
	});

	first = await example();
	expect(await open(3)).toMatchObject({ ok: true });
	expect(await open(1)).toMatchObject({ refusal: { status: 409, code: 'review.calibrate_first' } });
});

test('R116: an example needs a mark and a reason everywhere, is not changed later, and there are three at most', async () => {
	const tutor = await world.as(world.tutor);
	const params = { id: world.cohort.id, example: first };
	const { sheet } = await tutor.must(contract.getExample, { params });
	const body = { revision: sheet.revision, answer: sheet.answer };
	expect(await tutor.call(contract.saveExample, { params, body })).toMatchObject({
		refusal: { status: 409, code: 'form.submitted' }
	});
	second = await example();
	const { id } = await tutor.must(contract.addExample, ofCohort());
	const bare = { params: { id: world.cohort.id, example: id }, body: { revision: 0, answer: {} } };
	expect(await tutor.call(contract.publishExample, bare)).toMatchObject({ refusal: { code: 'form.faulty' } });
	expect(await tutor.call(contract.addExample, ofCohort())).toMatchObject({
		refusal: { status: 409, code: 'calibration.enough_examples' }
	});
	await tutor.must(contract.retireExample, { params: { id: world.cohort.id, example: id } });
	expect((await tutor.must(contract.getCalibration, ofCohort())).examples.map((one) => one.id)).toEqual([
		first,
		second
	]);
});

test('R116: the staff’s marks are told only after the intern’s own, and close marks open the reviews', async () => {
	const { intern, params } = await expertise.learner(1);
	const before = await intern.must(contract.getMyCalibration, { params });
	expect(before).toMatchObject({ state: 'open', left: 3, example: { id: first }, tries: [] });
	expect(JSON.stringify(before)).not.toContain('staff_');

	const wrong = { exampleId: second, scores: marks(2) };
	expect(await intern.call(contract.tryCalibration, { params, body: wrong })).toMatchObject({
		refusal: { code: 'calibration.not_now' }
	});
	const half = { exampleId: first, scores: { awareness: 2 } };
	expect(await intern.call(contract.tryCalibration, { params, body: half })).toMatchObject({
		refusal: { status: 422, code: 'calibration.marks_missing' }
	});
	const passed = await mark(1, first, 3);
	expect(passed).toMatchObject({ value: { state: 'passed', tries: [{ deviation: 1, passed: true }] } });
	expect(passed.ok && passed.value.tries[0]?.criteria[0]).toMatchObject({
		...{ key: 'awareness', apart: 1, given: { score: 3 }, staff: { score: 2 } },
		why: expect.stringContaining('Записали')
	});
	expect(await open(1)).toMatchObject({ ok: true });
});

test('R116: after three tries the tutor is told once and lets the intern through with a reason', async () => {
	expect(await mark(2, first, 0)).toMatchObject({
		value: { state: 'open', left: 2, example: { id: second } }
	});
	const twice = await Promise.all([mark(2, second, 0), mark(2, second, 0)]);
	expect(twice.filter(({ ok }) => ok).length).toBe(1);
	expect(await mark(2, first, 0)).toMatchObject({ value: { state: 'stuck', left: 0, example: null } });
	expect(await mark(2, second, 2)).toMatchObject({ refusal: { code: 'calibration.not_now' } });
	const told = await world.db.select().from(outbox).where(like(outbox.subject, '%пробной рецензией%'));
	expect(told.map(({ to }) => to)).toEqual([world.tutor.email]);

	const tutor = await world.as(world.tutor);
	const params = { id: expertise.enrolment(2) };
	const body = { reason: 'Разобрали критерии на встрече' };
	const board = await tutor.must(contract.getCalibration, ofCohort());
	expect(board.interns.find(({ enrolmentId }) => enrolmentId === params.id)).toMatchObject({
		...{ state: 'stuck', can: { admit: true } },
		tries: [{ deviation: 2 }, { deviation: 2 }, { deviation: 2 }]
	});
	expect(await open(2)).toMatchObject({ refusal: { code: 'review.calibrate_first' } });
	await tutor.must(contract.admitToReviews, { params, body });
	expect(await tutor.call(contract.admitToReviews, { params, body })).toMatchObject({
		refusal: { code: 'calibration.not_stuck' }
	});
	expect(await open(2)).toMatchObject({ ok: true });
	const [record] = await recorded(world.db, 'calibration.admitted', [params.id]);
	expect(record?.data).toEqual(body);
});

test('R116: the first marks of an example and the staff’s tell the model how strict an intern is', async () => {
	const ids = [1, 2, 3].map((n) => expertise.enrolment(n));
	const given = await exampleMarks(world.db, world.version, ids);
	expect(
		given
			.filter(({ staff }) => staff)
			.map(({ work }) => work)
			.toSorted()
	).toEqual([first, second].toSorted());
	expect(
		given.filter(({ staff }) => !staff).map(({ reviewer, scores }) => [reviewer, scores.awareness])
	).toEqual(
		expect.arrayContaining([
			[ids[0], 3],
			[ids[1], 0]
		])
	);
	expect(given.filter(({ staff }) => !staff).length).toBe(3);
	const board = await expertise.board();
	expect(board.works.length).toBe(3);
	const tries = await world.db
		.select()
		.from(calibrationTries)
		.where(eq(calibrationTries.enrolmentId, ids[1]!));
	expect(tries.length).toBe(3);
});

test('R167: examples are the staff’s and an intern’s tries are the intern’s; nobody else finds them', async () => {
	const { params } = await expertise.learner(1);
	for (const [who, visitor] of await outsiders(world)) {
		expect([who, await visitor.call(contract.getMyCalibration, { params })]).toMatchObject([
			who,
			{ refusal: { status: 404 } }
		]);
		const body = { exampleId: first, scores: marks(2) };
		expect([who, await visitor.call(contract.tryCalibration, { params, body })]).toMatchObject([
			who,
			{ refusal: { status: 404 } }
		]);
	}
	for (const person of [world.otherLeader, world.stranger, world.interns[0]!]) {
		const visitor = await world.as(person);
		const ofExample = { params: { id: world.cohort.id, example: first } };
		const answers = await Promise.all([
			visitor.call(contract.getCalibration, ofCohort()),
			visitor.call(contract.addExample, ofCohort()),
			visitor.call(contract.getExample, ofExample),
			visitor.call(contract.retireExample, ofExample),
			visitor.call(contract.admitToReviews, { params, body: { reason: 'Пусть рецензирует' } })
		]);
		expect(answers.map((answer) => (answer.ok ? 200 : answer.refusal.status))).toEqual([
			404, 404, 404, 404, 404
		]);
	}
});
