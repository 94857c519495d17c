import { issueCertificate } from '@stazhirovka/contract/certificates';
import { signDeficitCard } from '@stazhirovka/contract/diagnostics';
import type { Endpoint, Input } from '@stazhirovka/contract/endpoint';
import {
	announceResults,
	getMyFinalWork,
	getReview,
	publishFinalWork,
	releaseProposal,
	sendReview
} from '@stazhirovka/contract/final-works';
import { submitForm } from '@stazhirovka/contract/forms';
import {
	agreeLearningRoute,
	proposeLearningRoute,
	returnLearningRoute
} from '@stazhirovka/contract/learning-routes';
import {
	decideSubmission,
	getEffectivenessCard,
	postEffectivenessCard,
	sendTask
} from '@stazhirovka/contract/tasks';
import { journal } from '@stazhirovka/db/schema';
import { afterAll, expect, test } from 'vitest';
import { findRoute } from './capabilities/learning-routes/index.ts';
import { submissionsOf } from './capabilities/tasks/index.ts';
import { wholeAnswer } from './testing/answer.ts';
import { correlationAnswer } from './testing/cards.ts';
import { Expertise } from './testing/expertise.ts';
import type { Visitor } from './testing/visitor.ts';
import { createWorld } from './testing/world.ts';

const world = await createWorld({ now: '2027-02-10T09:00:00Z' });
const expertise = new Expertise(world);
afterAll(() => world.close());

const learner = await expertise.learner(1);
const { intern, tutor, params } = learner;
const ofCohort = { id: world.cohort.id };

/** Four presses at once and one after them: what each is told, and how often the journal says that it was done. */
async function pressed<E extends Endpoint>(by: Visitor, kind: string, endpoint: E, input: Input<E>) {
	const before = await entries(kind);
	const press = async () => {
		const answer = await by.call(endpoint, input);
		return answer.ok ? 'done' : `${answer.refusal.status} ${answer.refusal.code}`;
	};
	const atOnce = await Promise.all([press(), press(), press(), press()]);
	const told = [...atOnce.toSorted().toReversed(), await press()];
	return { told, entries: (await entries(kind)) - before };
}

async function entries(kind: string): Promise<number> {
	const rows = await world.db.select({ kind: journal.kind }).from(journal);
	return rows.filter((row) => row.kind === kind).length;
}

const SAME = { told: Array.from({ length: 5 }, () => 'done'), entries: 1 };

function refusedAfterFirst(code: string) {
	return { told: ['done', ...Array.from({ length: 4 }, () => `409 ${code}`)], entries: 1 };
}

test('R84: a card of module 1 that was handed in twice is in once', async () => {
	const card = { params: { ...params, key: 'correlation_card' }, querystring: {} };
	const body = { revision: 0, answer: correlationAnswer(6) };
	expect(await pressed(intern, 'form.submitted', submitForm, { ...card, body })).toEqual(SAME);
});

test('R91, R96: a card that was signed, a route that was proposed, returned or agreed twice is so once', async () => {
	await learner.diagnose();
	const body = { revision: 1 };
	const remark = 'Перенесите второе задание.';

	expect(await pressed(intern, 'deficit_card.signed', signDeficitCard, { params, body })).toEqual(SAME);
	expect(await pressed(tutor, 'deficit_card.signed', signDeficitCard, { params, body })).toEqual(SAME);
	expect([await entries('deficit_card.frozen'), await entries('learning_route.planned')]).toEqual([1, 1]);
	const propose = () => pressed(intern, 'learning_route.proposed', proposeLearningRoute, { params, body });
	expect(await propose()).toEqual(SAME);
	expect(
		await pressed(tutor, 'learning_route.returned', returnLearningRoute, {
			params,
			body: { ...body, remark }
		})
	).toEqual(SAME);
	expect(await propose()).toEqual(SAME);
	expect(await pressed(tutor, 'learning_route.agreed', agreeLearningRoute, { params, body })).toEqual(SAME);
});

test('R102, R106: a task that was sent twice is sent once, and accepted once', async () => {
	const route = await findRoute(world.db, params.id);
	const [key = '', ...others] = route?.items.map(({ task }) => task) ?? [];
	const { sheet } = await learner.task(key);
	const answer = wholeAnswer(sheet.definition) as never;
	const draft = { params: { ...params, key }, body: { revision: sheet.revision, answer } };
	expect(await pressed(intern, 'task.sent', sendTask, draft)).toEqual(SAME);

	const [sent] = await submissionsOf(world.db, params.id);
	const decision = { params: { id: sent!.id }, body: { version: 1, decision: 'accepted' as const } };
	expect(await pressed(tutor, 'task.accepted', decideSubmission, decision)).toEqual(
		refusedAfterFirst('task.not_now')
	);
	for (const task of others) await learner.send(task);
});

test('R108, R114: an effectiveness card and a work that were posted twice are posted once', async () => {
	const card = (await intern.must(getEffectivenessCard, { params })).sheet;
	const measured = { baseline: [6, 7, 5], after: [9, 8, 10], better_is: 'растёт' };
	const whole = wholeAnswer(card.definition, measured) as never;
	const posting = { params, body: { revision: card.revision, answer: whole } };
	expect(await pressed(intern, 'effectiveness_card.posted', postEffectivenessCard, posting)).toEqual(SAME);

	const { sheet } = await intern.must(getMyFinalWork, { params });
	const answer = wholeAnswer(sheet.definition) as never;
	const work = { params, body: { revision: sheet.revision, answer } };
	expect(await pressed(intern, 'final_work.published', publishFinalWork, work)).toEqual(SAME);
});

test('R115, R117: works are given out once, a review is sent once, and results are announced once', async () => {
	await expertise.published(2, 3);
	const leader = await world.as(world.leader);
	const proposal = await expertise.propose({ seed: 7, way: 'colleagues' });
	expect(await pressed(leader, 'reviews.allocated', releaseProposal, { params: proposal })).toEqual(
		refusedAfterFirst('allocation.released')
	);

	const [review, ...others] = (await Promise.all([1, 2, 3].map((n) => expertise.reviewsOf(n)))).flat();
	const n = world.enrolments.findIndex(({ id }) => id === review!.reviewerId) + 1;
	const reviewer = (await expertise.learner(n)).intern;
	const { sheet } = await reviewer.must(getReview, { params: { id: review!.id } });
	const answer = wholeAnswer(sheet.definition) as never;
	const body = { revision: sheet.revision, answer };
	expect(await pressed(reviewer, 'review.sent', sendReview, { params: { id: review!.id }, body })).toEqual(
		SAME
	);
	for (const other of others) await expertise.review(other, {});
	expect(await pressed(leader, 'results.announced', announceResults, { params: ofCohort })).toEqual(
		refusedAfterFirst('results.already_announced')
	);
});

test('R119: a document that was issued twice is one', async () => {
	for (const { id, state } of await submissionsOf(world.db, params.id)) {
		if (state === 'accepted') continue;
		await tutor.must(decideSubmission, { params: { id }, body: { version: 1, decision: 'accepted' } });
	}
	await expertise.answerSurvey(1);
	const leader = await world.as(world.leader);

	expect(await pressed(leader, 'certificate.issued', issueCertificate, { params })).toEqual(SAME);
	expect(await entries('enrolment.completed')).toBe(1);
});
