import {
	announceResults,
	getBoard,
	moderateWork,
	getMyFinalWork,
	getReview,
	proposeAllocation,
	publishFinalWork,
	releaseProposal,
	sendReview,
	type Board,
	type Way
} from '@stazhirovka/contract/final-works';
import { rateReview } from '@stazhirovka/contract/results';
import { answerSurvey, getSurvey } from '@stazhirovka/contract/surveys';
import { decideSubmission, getEffectivenessCard, postEffectivenessCard } from '@stazhirovka/contract/tasks';
import { finalWorks, reserveReviewers } from '@stazhirovka/db/schema';
import type { Answer } from '@stazhirovka/domain/forms';
import { eq, inArray } from 'drizzle-orm';
import {
	insertAllocation,
	insertReviews,
	reviewsOf,
	type ReviewRow
} from '../capabilities/final-works/reviews-store.ts';
import { findRoute } from '../capabilities/learning-routes/index.ts';
import { submissionsOf } from '../capabilities/tasks/index.ts';
import { wholeAnswer } from './answer.ts';
import { learnerNamed, type Learner } from './learner.ts';
import type { TestPerson } from './person.ts';
import type { World } from './world.ts';

export const REASON = 'Рецензенты по-разному поняли критерии, работа зачтена.';

/** Module 3 of the world's cohort, reached and walked through the API. */
export class Expertise {
	readonly world: World;

	constructor(world: World) {
		this.world = world;
	}

	/** The intern with this number in the demonstration data: `t-1` is 1. */
	learner(n: number): Promise<Learner> {
		return learnerNamed(this.world, `t-${n}`);
	}

	enrolment(n: number): string {
		return present(this.world.enrolments[n - 1]).id;
	}

	person(n: number): TestPerson {
		return present(this.world.interns[n - 1]);
	}

	/** Modules 1 and 2: an agreed route, all its tasks sent and, unless told otherwise, the card posted. */
	async prepare(n: number, { card = true } = {}): Promise<Learner> {
		const learner = await this.learner(n);
		await learner.agree();
		const route = await findRoute(this.world.db, learner.enrolmentId);
		for (const { task } of route?.items ?? []) await learner.send(task);
		if (card) await postCard(learner);
		return learner;
	}

	/** The tutor accepts every task that the intern sent. */
	async accept(n: number): Promise<void> {
		const tutor = await this.world.as(this.world.tutor);
		for (const { id } of await submissionsOf(this.world.db, this.enrolment(n))) {
			await tutor.must(decideSubmission, { params: { id }, body: { version: 1, decision: 'accepted' } });
		}
	}

	async answerSurvey(n: number): Promise<void> {
		const { intern, params } = await this.learner(n);
		const { definition } = await intern.must(getSurvey, { params });
		await intern.must(answerSurvey, { params, body: { answer: wholeAnswer(definition) as never } });
	}

	/** Announced results of three works: `t-1` and `t-2` have passed, `t-3` is to be revised. */
	async announceThree(): Promise<void> {
		await this.reviewThree();
		await this.announce();
	}

	/** The same before the announcement: nothing stands in its way. */
	async reviewThree(): Promise<void> {
		await this.published(1, 2, 3);
		await this.give([
			{ author: 1, reviewers: [2, 3] },
			{ author: 2, reviewers: [1, 3] },
			{ author: 3, reviewers: [1, 2] }
		]);
		for (const n of [1, 2, 3]) {
			const scores: Record<string, number> = n === 3 ? { effectiveness: 0 } : {};
			for (const review of await this.reviewsOf(n)) await this.review(review, scores);
		}
		await this.decide(3, false);
	}

	/** Publishes a whole work, on top of what is stored. */
	async publish(n: number, own: Answer = {}) {
		const { intern, params } = await this.learner(n);
		const { sheet } = await intern.must(getMyFinalWork, { params });
		const answer = wholeAnswer(sheet.definition, own) as never;
		return intern.must(publishFinalWork, { params, body: { revision: sheet.revision, answer } });
	}

	/** Everything up to a published work, for these interns. */
	async published(...interns: number[]): Promise<void> {
		for (const n of interns) {
			await this.prepare(n);
			await this.publish(n);
		}
	}

	async board(): Promise<Board> {
		const tutor = await this.world.as(this.world.tutor);
		return tutor.must(getBoard, { params: { id: this.world.cohort.id } });
	}

	async workId(n: number): Promise<string> {
		const [work] = await this.world.db
			.select({ id: finalWorks.id })
			.from(finalWorks)
			.where(eq(finalWorks.enrolmentId, this.enrolment(n)));
		return present(work).id;
	}

	/** Draws an allocation to look at. */
	async propose(
		asked: { seed?: number; way?: Way; silent?: string[] } = {},
		by: TestPerson = this.world.tutor
	) {
		const params = { id: this.world.cohort.id };
		return (await this.world.as(by)).must(proposeAllocation, { params, body: asked });
	}

	/** Draws an allocation and releases it. */
	async allocate(asked: { seed?: number; way?: Way; silent?: string[] } = {}): Promise<Board> {
		const params = await this.propose(asked);
		await (await this.world.as(this.world.tutor)).must(releaseProposal, { params });
		return this.board();
	}

	/** Gives works to exactly these reviewers, where a test needs to know them. */
	async give(pairs: { author: number; reviewers: number[] }[], dueAt = new Date('2027-02-20T21:00:00Z')) {
		const { db, cohort, tutor } = this.world;
		const works = await Promise.all(pairs.map(({ author }) => this.workId(author)));
		await db.transaction(async (tx) => {
			const made = { cohortId: cohort.id, seed: 0, input: {}, report: {}, madeBy: tutor.id };
			const allocationId = await insertAllocation(tx, made);
			const rows = pairs.flatMap(({ reviewers }, at) =>
				reviewers.map((reviewer, place) => ({
					allocationId,
					finalWorkId: present(works[at]),
					reviewerId: this.enrolment(reviewer),
					alias: `Рецензент ${place + 1}`,
					dueAt
				}))
			);
			await insertReviews(tx, rows);
			await tx.update(finalWorks).set({ state: 'in_review' }).where(inArray(finalWorks.id, works));
		});
	}

	/** Gives a work that is reviewed to somebody who is no intern of the cohort as well. */
	async giveToReserve(n: number, { id: personId }: TestPerson): Promise<ReviewRow> {
		const { db, cohort, leader, deps } = this.world;
		const reviews = await this.reviewsOf(n);
		const { allocationId, finalWorkId, dueAt } = present(reviews[0]);
		const named = { addedBy: leader.id, addedAt: deps.now() };
		const seat = { cohortId: cohort.id, personId, kind: 'tutor' as const, ...named };
		const [row] = await db.insert(reserveReviewers).values(seat).returning();
		const reserveId = present(row).id;
		const alias = `Рецензент ${reviews.length + 1}`;
		const review = { allocationId, finalWorkId, dueAt, alias, reviewerId: reserveId, reserveId };
		await db.transaction((tx) => insertReviews(tx, [review]));
		return present((await this.reviewsOf(n)).find((one) => one.reserveId === reserveId));
	}

	/** Reviews of a work, sent or not, in the order of their aliases. */
	async reviewsOf(n: number): Promise<ReviewRow[]> {
		return reviewsOf(this.world.db, [await this.workId(n)]);
	}

	/** A tutor's decision on the work of an intern. */
	async decide(n: number, passed: boolean, { by = this.world.tutor, reason = REASON } = {}) {
		const params = { id: await this.workId(n) };
		return (await this.world.as(by)).call(moderateWork, { params, body: { passed, reason } });
	}

	async announce(by: TestPerson = this.world.tutor) {
		return (await this.world.as(by)).call(announceResults, { params: { id: this.world.cohort.id } });
	}

	/** The author passes over the question about each review, so that all marks are shown. */
	async skipRating(n: number): Promise<void> {
		const { intern, params } = await this.learner(n);
		const { reviews } = await intern.must(getMyFinalWork, { params });
		for (const { toRate } of reviews) {
			if (toRate) await intern.must(rateReview, { params: { id: toRate }, body: { answer: 'skipped' } });
		}
	}

	/** Sends a review with these scores; the words are made up. */
	async review({ id, reviewerId }: Pick<ReviewRow, 'id' | 'reviewerId'>, scores: Record<string, number>) {
		const n = this.world.enrolments.findIndex((enrolment) => enrolment.id === reviewerId) + 1;
		const { intern } = await this.learner(n);
		const { sheet } = await intern.must(getReview, { params: { id } });
		const answer = wholeAnswer(sheet.definition, scores) as never;
		return intern.must(sendReview, { params: { id }, body: { revision: sheet.revision, answer } });
	}
}

export async function postCard({ intern, params }: Learner): Promise<void> {
	const { sheet } = await intern.must(getEffectivenessCard, { params });
	const measured = { baseline: [6, 7, 5], after: [9, 8, 10], better_is: 'растёт' };
	const answer = wholeAnswer(sheet.definition, measured) as never;
	await intern.must(postEffectivenessCard, { params, body: { revision: sheet.revision, answer } });
}

function present<T>(thing: T | undefined): T {
	if (thing === undefined) throw new Error('The world has no such thing');
	return thing;
}
