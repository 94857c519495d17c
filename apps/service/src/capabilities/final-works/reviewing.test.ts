import {
	getBoard,
	getReview,
	listMyReviews,
	proposeAllocation,
	releaseProposal,
	saveReview,
	sendReview
} from '@stazhirovka/contract/final-works';
import { allocations, outbox, reviews } from '@stazhirovka/db/schema';
import { allocate, type AllocationInput } from '@stazhirovka/domain/matching';
import { asc, eq, isNotNull, like } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { wholeAnswer } from '../../testing/answer.ts';
import { Expertise } from '../../testing/expertise.ts';
import { outsiders } from '../../testing/outsiders.ts';
import { recorded } from '../../testing/records.ts';
import { createWorld, type World } from '../../testing/world.ts';

let world: World;
let expertise: Expertise;
beforeAll(async () => {
	world = await createWorld({ now: '2027-02-10T09:00:00Z' });
	expertise = new Expertise(world);
	await expertise.published(1, 2);
});
afterAll(() => world.close());

const seeded = { seed: 2027 };
const propose = () => expertise.propose({ ...seeded, way: 'colleagues' });
const ofCohort = () => ({ params: { id: world.cohort.id } });
const pairs = () =>
	world.db
		.select({ id: reviews.id, work: reviews.finalWorkId, reviewer: reviews.reviewerId, alias: reviews.alias })
		.from(reviews)
		.orderBy(asc(reviews.id));

test('R115: two works are too few to be reviewed by colleagues, and that is said', async () => {
	const tutor = await world.as(world.tutor);

	expect(await expertise.board()).toMatchObject({
		rules: { reviewsPerWork: 3, leastWorks: 3, deadlineDays: 5, revisionDays: 7, moderationSpread: 6 },
		can: { allocate: false }
	});
	expect(await tutor.call(proposeAllocation, { ...ofCohort(), body: seeded })).toMatchObject({
		refusal: {
			status: 409,
			code: 'allocation.too_few_works',
			problem: { details: { works: 2, least: 3 } }
		}
	});
});

test('R115: of two who allocate at once one does; every work has its reviewers, nobody the own', async () => {
	await expertise.published(3, 4, 5);
	const [tutor, leader] = [await world.as(world.tutor), await world.as(world.leader)];
	const proposals = [await propose(), await propose()];
	const answers = await Promise.all(
		[tutor, leader].map((one, n) => one.call(releaseProposal, { params: proposals[n]! }))
	);
	const refusals = answers.flatMap((answer) => (answer.ok ? [] : [answer.refusal.code]));
	expect(refusals).toEqual(['allocation.stale']);

	const board = await expertise.board();
	expect(board.allocation).toMatchObject({
		seed: 2027,
		pairs: 15,
		short: [],
		madeAt: '2027-02-10T09:00:00.000Z'
	});
	expect(board.works.map(({ state, reviewers }) => [state, reviewers.length])).toEqual(
		Array.from({ length: 5 }, () => ['in_review', 3])
	);
	expect(
		board.works.filter(({ author, reviewers }) => reviewers.some(({ person }) => person.id === author.id))
	).toEqual([]);
	const loads = Map.groupBy(await pairs(), ({ reviewer }) => reviewer);
	expect([...loads.values()].map((own) => own.length)).toEqual([3, 3, 3, 3, 3]);
});

test('R169: the seed and the input that were kept make the same allocation again', async () => {
	const [made] = await world.db.select().from(allocations).where(eq(allocations.cohortId, world.cohort.id));
	const again = allocate({ ...(made!.input as AllocationInput), seed: made!.seed });
	expect({ version: 2, ...again }).toEqual(made!.report);

	const [record] = await recorded(world.db, 'reviews.allocated', [made!.id]);
	expect(record?.data).toMatchObject({
		...{ seed: 2027, pairs: 15, version: 2, deficit: { needed: 9, exist: 6, missing: 3 } },
		inputHash: expect.stringMatching(/^[0-9a-f]{64}$/),
		resultHash: expect.stringMatching(/^[0-9a-f]{64}$/)
	});
});

test('R115: each reviewer is told in one letter how many works to read and until when', async () => {
	const letters = await world.db.select().from(outbox).where(like(outbox.subject, '%взаимоэкспертизу'));

	expect(letters.length).toBe(5);
	expect(letters[0]?.text).toContain(
		'Прочитайте и оцените 3 работы коллег до конца дня 15\u00a0февраля 2027\u00a0г.'
	);
});

test('R115: a reviewer reads the work beside the rubric, saves, sends once, and cannot change it', async () => {
	const { intern, params } = await expertise.learner(1);
	const tasks = await intern.must(listMyReviews, { params });
	expect(tasks.map(({ dueAt, sentAt, late }) => ({ dueAt, sentAt, late }))).toEqual(
		Array.from({ length: 3 }, () => ({ dueAt: '2027-02-15T21:00:00.000Z', sentAt: null, late: false }))
	);

	const id = tasks[0]!.id;
	const review = await intern.must(getReview, { params: { id } });
	expect(review.criteria.map(({ key }) => key)).toEqual([
		...['awareness', 'conditions', 'completeness', 'technology', 'effectiveness', 'reflection']
	]);
	expect(review.work).toMatchObject({ title: tasks[0]!.title, definition: { key: 'final_work' } });
	const saved = await intern.must(saveReview, {
		params: { id },
		body: { revision: 0, answer: { awareness: 3 } }
	});
	expect(saved).toEqual({ revision: 1, savedAt: '2027-02-10T09:00:00.000Z' });

	const short = { revision: 1, answer: { awareness: 3 } };
	expect(await intern.call(sendReview, { params: { id }, body: short })).toMatchObject({
		refusal: { status: 422, code: 'form.faulty' }
	});
	const whole = { revision: 1, answer: wholeAnswer(review.sheet.definition) as never };
	const sent = await intern.must(sendReview, { params: { id }, body: whole });
	expect(sent).toMatchObject({ sentAt: '2027-02-10T09:00:00.000Z', can: { send: false } });

	expect(await intern.must(sendReview, { params: { id }, body: whole })).toEqual(sent);
	const changed = { revision: 2, answer: wholeAnswer(review.sheet.definition, { awareness: 0 }) as never };
	for (const endpoint of [sendReview, saveReview]) {
		expect(await intern.call(endpoint, { params: { id }, body: changed })).toMatchObject({
			refusal: { status: 409, code: 'review.already_sent' }
		});
	}
	const [stored] = await world.db.select().from(reviews).where(eq(reviews.id, id));
	expect(stored?.scores).toEqual({
		...{ awareness: 3, conditions: 3, completeness: 3, technology: 3, effectiveness: 3, reflection: 3 }
	});
	expect(Object.keys(stored?.comments ?? {}).sort()).toEqual(['advice', 'question', 'strength']);
});

test('R115: a late work gets reviewers in a second round, its author gets works to review, nothing begun moves', async () => {
	const before = await pairs();
	const [done] = await world.db.select().from(reviews).where(isNotNull(reviews.sentAt));
	await expertise.published(6);
	const tutor = await world.as(world.tutor);
	expect((await expertise.board()).can.allocate).toBe(true);
	const board = await expertise.allocate();

	const after = await pairs();
	expect(after.find(({ id }) => id === done!.id)).toEqual(before.find(({ id }) => id === done!.id));
	expect(board.works.map(({ reviewers }) => reviewers.length)).toEqual([3, 3, 3, 3, 3, 3]);
	const loads = Map.groupBy(after, ({ reviewer }) => reviewer);
	expect([...loads.values()].map((own) => own.length)).toEqual([3, 3, 3, 3, 3, 3]);
	expect(before.filter(({ id }) => !after.some((one) => one.id === id)).length).toBe(3);
	expect(await tutor.call(proposeAllocation, { ...ofCohort(), body: {} })).toMatchObject({
		refusal: { code: 'allocation.nothing_new' }
	});
});

test('R115: a late review is taken and shown as late', async () => {
	world.at('2027-02-16T09:00:00Z');
	const { intern, params } = await expertise.learner(1);
	const late = (await intern.must(listMyReviews, { params })).filter((task) => task.late);
	expect(late.length).toBe(2);

	const { sheet } = await intern.must(getReview, { params: { id: late[0]!.id } });
	const body = { revision: 0, answer: wholeAnswer(sheet.definition) as never };
	const sent = await intern.must(sendReview, { params: { id: late[0]!.id }, body });
	expect(sent.sentAt).toBe('2027-02-16T09:00:00.000Z');
});

test('R167: a review exists for its reviewer only, and the board for those who run or lead the cohort', async () => {
	const { intern, params } = await expertise.learner(1);
	const [task] = await intern.must(listMyReviews, { params });
	const id = task!.id;
	const body = { revision: 0, answer: {} };
	const others = [...(await outsiders(world)), ['the tutor', await world.as(world.tutor)] as const];

	for (const [who, visitor] of others) {
		const answers = await Promise.all([
			visitor.call(getReview, { params: { id } }),
			visitor.call(saveReview, { params: { id }, body }),
			visitor.call(sendReview, { params: { id }, body }),
			visitor.call(listMyReviews, { params })
		]);
		expect([who, answers.map((answer) => answer.ok || answer.refusal.status)]).toEqual([
			who,
			[404, 404, 404, 404]
		]);
	}
	for (const person of [expertise.person(1), world.otherLeader, world.stranger]) {
		const visitor = await world.as(person);
		expect(await visitor.call(getBoard, ofCohort())).toMatchObject({ refusal: { status: 404 } });
		expect(await visitor.call(proposeAllocation, { ...ofCohort(), body: {} })).toMatchObject({
			refusal: { status: 404 }
		});
	}
	expect((await (await world.as(null)).inject({ url: `/api/reviews/${id}` })).statusCode).toBe(401);
});
