import {
	addReserve,
	declareConflict,
	declineReview,
	getAllocationDesk,
	getProposal,
	getReview,
	listMyReviews,
	listReserveReviews,
	proposeAllocation,
	releaseProposal,
	removeReserve,
	saveReview,
	sendReview,
	takeReview,
	withdrawConflict
} from '@stazhirovka/contract/final-works';
import { outbox, reviews } from '@stazhirovka/db/schema';
import { eq, like } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { wholeAnswer } from '../../../testing/answer.ts';
import { Expertise } from '../../../testing/expertise.ts';
import { recorded } from '../../../testing/records.ts';
import { createWorld, type World } from '../../../testing/world.ts';
import { keepLeases } from './leases.ts';

let world: World;
let expertise: Expertise;
beforeAll(async () => {
	world = await createWorld({ now: '2027-02-10T09:00:00Z' });
	expertise = new Expertise(world);
	await expertise.published(1, 2, 3, 4, 5);
});
afterAll(() => world.close());

const ofCohort = () => ({ params: { id: world.cohort.id } });
const staff = () => world.as(world.leader);
const shown = async (asked: Parameters<Expertise['propose']>[0]) =>
	(await staff()).must(getProposal, { params: await expertise.propose(asked) });
const rowsOf = (n: number) => expertise.reviewsOf(n);
const reserveOf = async () => (await (await staff()).must(getAllocationDesk, ofCohort())).reserve;

test('R115: what stands in the way is told in numbers, with ways out that are solved and name their people', async () => {
	const proposal = await shown({ seed: 1 });

	expect(proposal.deficit).toMatchObject({ works: 3, worksInAll: 5, needed: 9, exist: 6, missing: 3 });
	expect(proposal.can.release).toBe(false);
	const { options } = proposal;
	expect(options.map(({ way, worst }) => [way, worst.missing])).toEqual([
		['reserve', 0],
		['fewer', 0],
		['colleagues', 0]
	]);
	expect(options[0]?.helpers.map(({ reviews }) => reviews).reduce((a, b) => a + b)).toBe(3);
	const release = { params: { id: proposal.id } };
	expect(await (await staff()).call(releaseProposal, release)).toMatchObject({
		refusal: { code: 'allocation.short' }
	});
});

test('R115: every pair is explained, and the same seed shows the same', async () => {
	const [one, other] = [await shown({ seed: 5, way: 'reserve' }), await shown({ seed: 5, way: 'reserve' })];
	const unexplained = one.works.flatMap(({ reviewers }) => reviewers.filter(({ why }) => why === null));

	expect(unexplained).toEqual([]);
	expect(other.works).toEqual(one.works);
	expect([other.inputHash, other.resultHash]).toEqual([one.inputHash, one.resultHash]);
	expect(one.works.map(({ reviewers, missing }) => [reviewers.length, missing])).toEqual(
		Array.from({ length: 5 }, () => [3, 0])
	);
});

test('R115: a conflict that was declared since makes a proposal old, in plain words; withdrawn, it holds no more', async () => {
	const leader = await staff();
	const before = await expertise.propose({ seed: 9, way: 'reserve' });
	const two = { first: expertise.enrolment(1), second: expertise.enrolment(3) };
	const body = { ...two, reason: 'Супруги, просят не рецензировать друг друга' };
	await leader.must(declareConflict, { ...ofCohort(), body });
	expect(await leader.call(declareConflict, { ...ofCohort(), body })).toMatchObject({
		refusal: { code: 'review_conflict.known' }
	});

	expect(await leader.must(getProposal, { params: before })).toMatchObject({
		stale: true,
		can: { release: false }
	});
	expect(await leader.call(releaseProposal, { params: before })).toMatchObject({
		refusal: { code: 'allocation.stale' }
	});
	const after = await shown({ seed: 9, way: 'reserve' });
	const pairs = after.works.flatMap(({ author, reviewers }) =>
		reviewers.map(({ person }) => [author.id, person.id])
	);
	const [a, b] = [expertise.person(1).id, expertise.person(3).id];
	expect(pairs.filter((pair) => pair.includes(a) && pair.includes(b))).toEqual([]);

	const [conflict] = (await leader.must(getAllocationDesk, ofCohort())).conflicts;
	await leader.must(withdrawConflict, { params: { id: conflict!.id } });
	expect(await leader.must(getProposal, { params: before })).toMatchObject({ stale: false });
});

test('R115: a tutor of the reserve reads the work, writes a review, and it counts like any other', async () => {
	await expertise.allocate({ seed: 11, way: 'reserve' });
	const own = await world.db.select().from(reviews).where(eq(reviews.alias, reviews.alias));
	const guests = own.filter(({ reserveId }) => reserveId !== null);
	expect(guests.length).toBe(3);
	const letters = await world.db.select().from(outbox).where(like(outbox.text, '%/reviews'));
	expect(letters.filter(({ text }) => text.endsWith('stazhirovka.test/reviews')).length).toBeGreaterThan(0);

	const people = [world.tutor, world.otherTutor];
	for (const person of people) {
		const guest = await world.as(person);
		for (const { id } of await guest.must(listReserveReviews, {})) {
			const { sheet } = await guest.must(getReview, { params: { id } });
			const answer = wholeAnswer(sheet.definition, {}) as never;
			await guest.must(sendReview, { params: { id }, body: { revision: sheet.revision, answer } });
		}
	}
	const works = (await expertise.board()).works;
	expect(works.flatMap(({ reviewers }) => reviewers.filter(({ total }) => total !== null)).length).toBe(3);
	for (const person of [world.leader, world.stranger, expertise.person(1)]) {
		const visitor = await world.as(person);
		expect(await visitor.call(getReview, { params: { id: guests[0]!.id } })).toMatchObject({
			refusal: { status: 404 }
		});
		expect(await visitor.must(listReserveReviews, {})).toEqual([]);
	}
	const [helper] = (await reserveOf()).filter((one) => one.reviews > 0);
	const remove = { params: { ...ofCohort().params, reviewer: helper!.id } };
	expect(await (await staff()).call(removeReserve, remove)).toMatchObject({
		refusal: { code: 'review_reserve.reviews' }
	});
});

test('R115: «I know the author» gives the review back at once, another one is found, the author sees the same alias', async () => {
	const before = await rowsOf(1);
	const review = before.find(({ reserveId, sentAt }) => !reserveId && !sentAt)!;
	const n = world.enrolments.findIndex(({ id }) => id === review.reviewerId) + 1;
	const { intern } = await expertise.learner(n);
	const params = { id: review.id };
	await intern.must(saveReview, { params, body: { revision: 0, answer: { awareness: 1 } } });
	const body = { kind: 'knows_author' as const, reason: 'Мы учились вместе' };
	await intern.must(declineReview, { params, body });

	const after = await rowsOf(1);
	expect(after.map(({ alias }) => alias)).toEqual(before.map(({ alias }) => alias));
	expect(after.some(({ reviewerId }) => reviewerId === review.reviewerId)).toBe(false);
	expect(await intern.call(declineReview, { params, body })).toMatchObject({ refusal: { status: 404 } });
	expect(await intern.call(saveReview, { params, body: { revision: 1, answer: {} } })).toMatchObject({
		refusal: { status: 404 }
	});
	expect((await recorded(world.db, 'review.declined', [review.id])).length).toBe(1);
	const author = await world.db
		.select()
		.from(outbox)
		.where(eq(outbox.to, expertise.person(1).email));
	expect(author.filter(({ text }) => text.includes('учились'))).toEqual([]);

	const [conflict] = (await (await staff()).must(getAllocationDesk, ofCohort())).conflicts;
	expect(conflict).toMatchObject({ kind: 'knows_author', can: { withdraw: false } });
	const refused = await (await staff()).call(withdrawConflict, { params: { id: conflict!.id } });
	expect(refused).toMatchObject({ refusal: { code: 'review_conflict.for_ever' } });
});

test('R115: who has begun nothing is reminded twice, then loses it to others, and the journal says so', async () => {
	const begun = (await rowsOf(2)).find(({ reserveId, sentAt }) => !reserveId && !sentAt)!;
	const n = world.enrolments.findIndex(({ id }) => id === begun.reviewerId) + 1;
	const { intern } = await expertise.learner(n);
	await intern.must(saveReview, {
		params: { id: begun.id },
		body: { revision: 0, answer: { awareness: 2 } }
	});
	const tasks = await intern.must(listMyReviews, { params: { id: begun.reviewerId } });
	expect(tasks.map(({ id, leaseUntil }) => [id === begun.id, leaseUntil === null])).toEqual(
		tasks.map(({ id }) => [id === begun.id, id === begun.id])
	);
	const reminders = async () =>
		(await world.db.select().from(outbox).where(eq(outbox.subject, 'Начните рецензию'))).length;

	world.at('2027-02-11T21:00:01Z');
	await Promise.all([keepLeases(world.deps), keepLeases(world.deps)]);
	const first = await reminders();
	expect(first).toBeGreaterThan(0);
	await keepLeases(world.deps);
	expect(await reminders()).toBe(first);
	expect((await (await staff()).must(getAllocationDesk, ofCohort())).silent.length).toBeGreaterThan(0);

	world.at('2027-02-13T09:00:00Z');
	await keepLeases(world.deps);
	expect((await recorded(world.db, 'review_lease.ended', [world.cohort.id])).length).toBe(1);
	const all = (await Promise.all([1, 2, 3, 4, 5].map(rowsOf))).flat();
	expect(all.some(({ id }) => id === begun.id)).toBe(true);
	expect(all.length).toBe(15);
	expect(new Set(all.map(({ finalWorkId, reviewerId }) => `${finalWorkId} ${reviewerId}`)).size).toBe(15);
});

test('R115: when time is over, works stand by what they miss, and a tutor writes what is missing', async () => {
	world.at('2027-03-10T09:00:00Z');
	const tutor = await world.as(world.otherTutor);
	const { short } = await tutor.must(getAllocationDesk, ofCohort());
	expect(short.map(({ missing }) => missing)).toEqual(
		short.map(({ missing }) => missing).toSorted((a, b) => b - a)
	);
	const work = short.find(({ can }) => can.review)!;
	const { id } = await tutor.must(takeReview, { params: { id: work.id } });
	expect(await tutor.must(takeReview, { params: { id: work.id } })).toEqual({ id });
	expect((await tutor.must(getReview, { params: { id } })).can.send).toBe(true);
	expect(await (await staff()).call(takeReview, { params: { id: work.id } })).toMatchObject({
		refusal: { status: 404 }
	});
});

test('R167: all of it exists only for those who run or lead the cohort', async () => {
	const id = (await world.db.query.allocationProposals.findFirst())!.id;
	const conflict = (await world.db.query.reviewConflicts.findFirst())!.id;
	const [guest] = await reserveOf();
	const body = { first: expertise.enrolment(1), second: expertise.enrolment(2), reason: 'Причина' };
	for (const person of [expertise.person(1), world.otherLeader, world.stranger]) {
		const visitor = await world.as(person);
		const reviewer = guest!.id;
		const answers = await Promise.all([
			visitor.call(getAllocationDesk, ofCohort()),
			visitor.call(proposeAllocation, { ...ofCohort(), body: {} }),
			visitor.call(getProposal, { params: { id } }),
			visitor.call(releaseProposal, { params: { id } }),
			visitor.call(declareConflict, { ...ofCohort(), body }),
			visitor.call(withdrawConflict, { params: { id: conflict } }),
			visitor.call(addReserve, { ...ofCohort(), body: { personId: world.stranger.id } }),
			visitor.call(removeReserve, { params: { ...ofCohort().params, reviewer } }),
			visitor.call(takeReview, { params: { id: await expertise.workId(1) } })
		]);
		expect(answers.map((answer) => answer.ok || answer.refusal.status)).toEqual(Array(9).fill(404));
	}
	const add = { ...ofCohort(), body: { personId: world.stranger.id } };
	expect(await (await staff()).call(addReserve, add)).toMatchObject({
		refusal: { code: 'review_reserve.unfit' }
	});
});
