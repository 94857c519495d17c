import {
	getBoard,
	getFinalWork,
	getMyFinalWork,
	getReview,
	sendReview,
	type Board
} from '@stazhirovka/contract/final-works';
import { outbox, reviews } from '@stazhirovka/db/schema';
import scenario from '@stazhirovka/domain/golden/scenario-adhd.json' with { type: 'json' };
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Expertise, REASON } from '../../testing/expertise.ts';
import { recorded } from '../../testing/records.ts';
import { createWorld, type World } from '../../testing/world.ts';

let world: World;
let expertise: Expertise;

const CRITERIA = ['awareness', 'conditions', 'completeness', 'technology', 'effectiveness', 'reflection'];
const each = (score: number) => Object.fromEntries(CRITERIA.map((key) => [key, score]));

/** Who reviews whom: the golden cases of the scenario, and pairs that give everybody three reviews. */
const GOLDEN = scenario.peer_review.map(({ author, reviews: given }) => ({
	author: numberOf(author),
	given: given.map(({ reviewer, scores }) => ({ reviewer: numberOf(reviewer), scores }))
}));
const OTHERS = [
	{ author: 4, given: [1, 2, 6].map((reviewer) => ({ reviewer, scores: each(2) })) },
	{ author: 5, given: [1, 2, 6].map((reviewer) => ({ reviewer, scores: each(3) })) },
	{ author: 6, given: [3, 4, 5].map((reviewer) => ({ reviewer, scores: each(1) })) }
];

function numberOf(key: string): number {
	return Number(key.replace('t-', ''));
}

beforeAll(async () => {
	world = await createWorld({ now: '2027-02-10T09:00:00Z' });
	expertise = new Expertise(world);
	await expertise.published(1, 2, 3, 4, 5, 6);
	const pairs = [...GOLDEN, ...OTHERS];
	await expertise.give(
		pairs.map(({ author, given }) => ({ author, reviewers: given.map(({ reviewer }) => reviewer) }))
	);
});
afterAll(() => world.close());

async function workOf(n: number): Promise<Board['works'][number]> {
	const id = await expertise.workId(n);
	return (await expertise.board()).works.find((work) => work.id === id)!;
}

test('R117: nothing is announced or decided while reviews are awaited', async () => {
	const blocked = (await expertise.board()).blocked;
	expect(blocked.map(({ code }) => code)).toEqual(Array(6).fill('results.reviews_open'));
	expect(blocked[0]?.details).toEqual({ work: await expertise.workId(1), title: 'Урок: по три минуты' });

	expect(await expertise.announce()).toMatchObject({
		refusal: { status: 409, code: 'results.reviews_open', problem: { details: { blocked } } }
	});
	expect(await expertise.decide(2, true)).toMatchObject({
		refusal: { status: 409, code: 'final_work.reviews_open' }
	});
});

test('the golden cases of the scenario come out of the reviews that were sent', async () => {
	for (const { author, given } of [...GOLDEN, ...OTHERS]) {
		const rows = await expertise.reviewsOf(author);
		for (const [place, { scores }] of given.entries()) await expertise.review(rows[place]!, scores);
	}

	for (const [place, { author }] of GOLDEN.entries()) {
		const { needs_moderation, enough_reviews, passed, ...figures } = scenario.peer_review[place]!.expected;
		expect((await workOf(author)).result).toEqual({
			...figures,
			passedByReviews: passed,
			needsModeration: needs_moderation,
			enoughReviews: enough_reviews
		});
	}
});

test('R117: beside the rule’s result stands what only informs, for those who decide and nobody else', async () => {
	const { result, advice } = await workOf(3);
	expect(result?.total).toBe(10);
	expect(advice).toEqual({
		mean: 9.7,
		mark: 9.6,
		low: 8.6,
		high: 10.7,
		reasons: [{ kind: 'border', pass: 10 }]
	});

	const params = { id: await expertise.workId(3) };
	const tutor = await world.as(world.tutor);
	expect((await tutor.must(getFinalWork, { params })).judged).toEqual({
		result,
		advice,
		moderationSpread: 6
	});
	for (const n of [3, 4]) {
		const intern = await world.as(expertise.person(n));
		expect((await intern.must(getFinalWork, { params })).judged).toBeNull();
	}
});

test('R115: before the announcement an author learns nothing of the reviews and the reviewers', async () => {
	const { intern, params } = await expertise.learner(1);
	const id = await expertise.workId(1);
	const seen = [
		await intern.must(getMyFinalWork, { params }),
		await intern.must(getFinalWork, { params: { id } })
	];
	expect(seen.map(({ results, reviews: received }) => [results, received])).toEqual([
		[[], []],
		[[], []]
	]);

	const reviewers = (await expertise.reviewsOf(1)).map(({ reviewerId, id: review }) => {
		const n = world.enrolments.findIndex((enrolment) => enrolment.id === reviewerId);
		return [review, reviewerId, world.interns[n]!.id, world.interns[n]!.surname];
	});
	expect(reviewers.flat().length).toBe(12);
	expect(reviewers.flat().filter((word) => JSON.stringify(seen).includes(word))).toEqual([]);
});

test('R117: where the rules ask, the tutor decides with a reason, and nobody else', async () => {
	expect((await expertise.board()).works.map(({ awaitsDecision }) => awaitsDecision)).toEqual([
		...[false, true, true, false, false, true]
	]);
	expect((await expertise.announce()) as unknown).toMatchObject({
		refusal: { status: 409, code: 'results.awaits_decision' }
	});

	expect(await expertise.decide(1, false)).toMatchObject({
		refusal: { code: 'final_work.no_decision_needed' }
	});
	expect(await expertise.decide(2, true, { reason: 'коротко' })).toMatchObject({ refusal: { status: 400 } });
	expect(await expertise.decide(2, true, { by: world.leader })).toMatchObject({ refusal: { status: 403 } });
	for (const person of [expertise.person(1), world.otherLeader, world.stranger]) {
		expect(await expertise.decide(2, true, { by: person })).toMatchObject({ refusal: { status: 404 } });
	}

	const answers = await Promise.all([
		expertise.decide(2, true),
		expertise.decide(2, false, { by: world.otherTutor })
	]);
	expect(answers.map((answer) => (answer.ok ? 200 : answer.refusal.code)).sort()).toEqual([
		...[200, 'final_work.already_decided']
	]);
	await expertise.decide(3, false);
	await expertise.decide(6, false);
	expect(await workOf(3)).toMatchObject({
		awaitsDecision: false,
		decision: { passed: false, reason: REASON }
	});
	expect(await recorded(world.db, 'final_work.moderated', [await expertise.workId(3)])).toEqual([
		{ kind: 'final_work.moderated', actorId: world.tutor.id, data: { passed: false, reason: REASON } }
	]);
});

test('R117: of two announcements at once one is made, for all works together', async () => {
	expect((await expertise.board()).can).toEqual({ allocate: false, announce: true, decide: true });
	const decided = (await workOf(2)).decision?.passed;

	const answers = await Promise.all([expertise.announce(), expertise.announce(world.leader)]);
	expect(answers.map((answer) => (answer.ok ? 200 : answer.refusal.code)).sort()).toEqual([
		...[200, 'results.already_announced']
	]);

	const board = await expertise.board();
	expect(board.announcedAt).toBe('2027-02-10T09:00:00.000Z');
	expect(board.works.map(({ state }) => state)).toEqual([
		...['passed', decided ? 'passed' : 'revision', 'revision', 'passed', 'passed', 'revision']
	]);
	expect((await recorded(world.db, 'results.announced', [world.cohort.id])).length).toBe(1);
	const letters = await world.db
		.select()
		.from(outbox)
		.where(eq(outbox.to, expertise.person(3).email));
	expect(letters.at(-1)).toMatchObject({
		subject: 'Итоговую работу нужно доработать',
		text: expect.stringContaining('один раз до конца дня 17\u00a0февраля 2027\u00a0г.')
	});
});

test('R117, R118: the author gets the result, the words and, by the programme, the names', async () => {
	const { intern, params } = await expertise.learner(3);
	await expertise.skipRating(3);
	const mine = await intern.must(getMyFinalWork, { params });

	expect(mine.results).toEqual([
		{
			round: 1,
			basis: 'reviews',
			medians: { ...each(2), effectiveness: 0 },
			total: 10,
			sums: [10, 9, 10],
			spread: 1,
			reviews: 3,
			mean: 9.7,
			agreed: 'good',
			passedByReviews: false,
			needsModeration: true,
			enoughReviews: true,
			passed: false,
			decisionReason: REASON,
			announcedAt: '2027-02-10T09:00:00.000Z'
		}
	]);
	expect(mine.reviews.map(({ reviewer }) => reviewer)).toEqual([
		'Ключарёва-Санникова Есения Мироновна',
		'Белоколодезных Марфа Лукинична',
		'Тан Линь'
	]);
	expect(Object.keys(mine.reviews[0]!.comments).sort()).toEqual(['advice', 'question', 'strength']);
	expect(mine.commentLabels.advice).toBe('Рекомендация по развитию компетенции');

	const colleague = await world.as(expertise.person(4));
	const shown = await colleague.must(getFinalWork, { params: { id: mine.id! } });
	expect(shown.reviews.map(({ reviewer }) => reviewer.slice(-1))).toEqual(['1', '2', '3']);
});

test('a review that comes after the announcement is refused', async () => {
	const [row] = await expertise.reviewsOf(1);
	await world.db
		.update(reviews)
		.set({ sentAt: null, scores: null, comments: null })
		.where(eq(reviews.id, row!.id));
	const reviewer = await world.as(expertise.person(3));
	const body = { revision: 1, answer: {} };

	expect(await reviewer.call(sendReview, { params: { id: row!.id }, body })).toMatchObject({
		refusal: { status: 409, code: 'review.results_announced' }
	});
	expect((await reviewer.must(getReview, { params: { id: row!.id } })).can.send).toBe(false);
});

test('those who decide see the names at any time', async () => {
	const leader = await world.as(world.leader);
	const board = await leader.must(getBoard, { params: { id: world.cohort.id } });

	expect(board.can.decide).toBe(false);
	expect(board.works[2]!.reviewers.map(({ person, total }) => [person.shortName, total])).toEqual([
		['Ключарёва-Санникова\u00a0Е.\u00a0М.', 10],
		['Белоколодезных\u00a0М.\u00a0Л.', 9],
		['Тан\u00a0Л.', 10]
	]);
});
