import { getFinalWork, getMyFinalWork } from '@stazhirovka/contract/final-works';
import { getRecommendations, getReviewFeedback, rateReview } from '@stazhirovka/contract/results';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Expertise } from '../../../testing/expertise.ts';
import { outsiders } from '../../../testing/outsiders.ts';
import { refusing } from '../../../testing/refused.ts';
import { createWorld, type World } from '../../../testing/world.ts';

const REASON = 'Замечание о замерах помогло перестроить урок.';
let world: World;
let expertise: Expertise;
beforeAll(async () => {
	world = await createWorld({ now: '2027-02-19T09:00:00Z' });
	expertise = new Expertise(world);
	await expertise.reviewThree();
});
afterAll(() => world.close());

const reviewer = (n: number) => expertise.learner(n);
const work = async (n: number) => {
	const { intern, params } = await expertise.learner(n);
	return intern.must(getMyFinalWork, { params });
};
const useful = { answer: 'useful' as const, reason: REASON };

test('before the announcement a reviewer learns nothing and an author says nothing', async () => {
	const { intern, params } = await reviewer(1);
	expect(await intern.call(getReviewFeedback, { params })).toMatchObject(
		refusing(409, 'results.not_announced')
	);
	const [review] = await expertise.reviewsOf(1);
	expect(await intern.call(rateReview, { params: { id: review!.id }, body: useful })).toMatchObject(
		refusing(409, 'usefulness.not_announced')
	);
	await expertise.announce();
});

test('blindness: words come first, marks only after the author has answered or skipped', async () => {
	const before = await work(1);
	expect(before.reviews.map(({ scores, toRate }) => [scores, toRate !== null])).toEqual([
		[{}, true],
		[{}, true]
	]);
	expect(before.results[0]).toMatchObject({
		sums: [],
		spread: null,
		reviews: 2,
		agreed: 'good',
		passed: true
	});

	const { intern } = await reviewer(1);
	const [first, second] = before.reviews.map(({ toRate }) => ({ params: { id: toRate! } }));
	expect(
		await intern.call(rateReview, { ...first!, body: { answer: 'useless', reason: 'нет' } })
	).toMatchObject(refusing(422, 'usefulness.reason_missing'));
	await intern.must(rateReview, { ...first!, body: useful });
	expect(await intern.call(rateReview, { ...first!, body: useful })).toMatchObject(
		refusing(409, 'usefulness.already_said')
	);
	const halfway = await work(1);
	expect(halfway.reviews.map(({ scores }) => Object.keys(scores).length)).toEqual([6, 0]);
	expect(halfway.results[0]?.sums).toEqual([]);

	await intern.must(rateReview, { ...second!, body: { answer: 'skipped' } });
	const after = await work(1);
	expect(after.reviews.map(({ scores, toRate }) => [Object.keys(scores).length, toRate])).toEqual([
		[6, null],
		[6, null]
	]);
	expect(after.results[0]?.sums.length).toBe(2);
	expect(after.results[0]).toMatchObject({
		passed: before.results[0]?.passed,
		total: before.results[0]?.total
	});
});

test('a reviewer sees sums only over several answers, and no work beside them', async () => {
	const sumsOf = async (n: number) => {
		const { intern, params } = await reviewer(n);
		return (await intern.must(getReviewFeedback, { params })).usefulness;
	};
	const rateAll = async (n: number, answer: 'useless' | 'partly') => {
		const { intern } = await reviewer(n);
		for (const { toRate } of (await work(n)).reviews) {
			await intern.must(rateReview, { params: { id: toRate! }, body: { answer, reason: REASON } });
		}
	};
	await rateAll(2, 'useless');
	expect([await sumsOf(1), await sumsOf(3)]).toEqual([null, null]);
	await rateAll(3, 'partly');
	expect(await sumsOf(1)).toEqual({ answers: 2, useful: 0, partly: 1, useless: 1 });
	expect(await sumsOf(2)).toEqual({ answers: 2, useful: 1, partly: 1, useless: 0 });
	// One said «useless», the other has passed the question over.
	expect(await sumsOf(3)).toBeNull();
});

test('blindness: a reviewer sees own tendency and others’ nameless reviews, never who they are', async () => {
	const { intern, params } = await reviewer(3);
	const told = await intern.must(getReviewFeedback, { params });
	expect(told.works.map(({ others }) => others.length)).toEqual([1, 1]);
	expect(['as_others', 'stricter', 'milder']).toContain(told.tendency.kind);
	const names = [...world.interns, world.tutor, world.otherTutor].flatMap(({ id, surname }) => [id, surname]);
	const ids = world.enrolments.map(({ id }) => id);
	expect([...names, ...ids].filter((word) => JSON.stringify(told).includes(word))).toEqual([]);
});

test('those who decide read what was said of each review; it moves nothing', async () => {
	const params = { id: await expertise.workId(2) };
	const tutor = await world.as(world.tutor);
	const { usefulness } = await tutor.must(getRecommendations, { params });
	expect(usefulness?.map(({ answer, reason }) => [answer, reason])).toEqual([
		['useless', REASON],
		['useless', REASON]
	]);
	const author = await world.as(expertise.person(2));
	expect((await author.must(getRecommendations, { params })).usefulness).toBeNull();
	expect((await tutor.must(getFinalWork, { params })).results.map(({ passed }) => passed)).toEqual([true]);
});

test('R167: nobody else reads the feedback or speaks for the author', async () => {
	const [review] = await expertise.reviewsOf(3);
	for (const [who, visitor] of await outsiders(world)) {
		const mine = { params: { id: expertise.enrolment(3) } };
		expect([who, await visitor.call(getReviewFeedback, mine)]).toMatchObject([
			who,
			refusing(404, 'enrolment.missing')
		]);
		expect([who, await visitor.call(rateReview, { params: { id: review!.id }, body: useful })]).toMatchObject(
			[who, refusing(404, 'enrolment.missing')]
		);
	}
});
