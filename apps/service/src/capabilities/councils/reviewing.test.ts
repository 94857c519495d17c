import {
	addCouncilMember,
	changeAssignment,
	changeCouncilTerms,
	declareConflict,
	finishExpertise,
	getApplicationToReview,
	getCouncil,
	listApplicationExpertises,
	releaseAssignment,
	saveApplicationReview,
	submitApplicationReview
} from '@stazhirovka/contract/councils';
import { applications } from '@stazhirovka/db/schema';
import { fullName } from '@stazhirovka/domain/certificates';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ACT, COMMENT, openCouncil } from '../../testing/council.ts';
import { regulationOf } from '../../testing/regulation.ts';
import { refused } from '../../testing/refused.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { reviewFacts } from './index.ts';

let world: World;
beforeAll(async () => {
	world = await createWorld();
});
afterAll(() => world.close());

const REASON = 'Консультировала авторов программы.';
const stateOf = async (id: string) =>
	(await world.db.select().from(applications).where(eq(applications.id, id)))[0]?.state;

test('R27: a conflict that is told late gives the slot back, and somebody else gets it', async () => {
	const late = await openCouncil(world, 'late');
	const id = await late.application();
	await late.begin(id);
	for (const n of [0, 1, 2]) await late.declare(n, id);
	const { expertises } = await late.release();
	const holders = expertises[0]!.assigned.map(({ reviewer }) => reviewer.id);
	const n = late.people.findIndex((person) => person.id === holders[0]);
	const spare = late.people.slice(0, 3).find((person) => !holders.includes(person.id))!;
	const visitor = await late.expert(n);
	const { review } = await visitor.must(getApplicationToReview, { params: { id } });
	const body = { revision: 0, answer: { c1: 1 } };
	await visitor.must(saveApplicationReview, { params: { id: review!.id }, body });

	await late.declare(n, id, REASON);
	expect(await visitor.call(getApplicationToReview, { params: { id } })).toMatchObject({
		refusal: { status: 404 }
	});
	expect(
		await visitor.call(saveApplicationReview, { params: { id: review!.id }, body: { ...body, revision: 1 } })
	).toEqual(refused(404, 'review.missing'));
	const after = await late.coordinator.must(getCouncil, late.params);
	expect(after.expertises[0]!.assigned.map(({ reviewer }) => reviewer.id).toSorted()).toEqual(
		[holders[1]!, spare.id].toSorted()
	);
	expect(after.expertises[0]!.assigned.every(({ releasedAt }) => releasedAt !== null)).toBe(true);

	await late.declare(late.people.indexOf(spare), id, REASON);
	const { short } = await late.coordinator.must(getCouncil, late.params);
	expect(short).toEqual([{ applicationId: id, missing: 1, free: 1, conflicts: 2, undeclared: 2 }]);
});

test('R27: reviews of others are hidden in every byte before one’s own, then the expertise has its result', async () => {
	const two = await openCouncil(world, 'hidden');
	const id = await two.application();
	await two.begin(id);
	for (const n of [0, 1]) await two.declare(n, id);
	const { expertises } = await two.release();
	const finish = () => two.coordinator.call(finishExpertise, { params: { id: expertises[0]!.id }, body: {} });

	const secret = 'Сокровенное обоснование первого эксперта.';
	expect(await two.review(0, id, { c1: 2, c2: 1 }, secret)).toMatchObject({
		value: { review: { score: 100, recommendation: 'positive' }, others: [] }
	});
	expect(await finish()).toEqual(refused(409, 'expertise.reviews_missing', { limit: 2, found: 1 }));
	for (const url of [`/api/expert/applications/${id}`, '/api/expert/work']) {
		const { statusCode, body } = await (await two.expert(1)).inject({ url });
		expect(statusCode).toBe(200);
		for (const word of [secret, 'positive', two.people[0]!.surname, '100'])
			expect([url, word, body.includes(word)]).toEqual([url, word, false]);
	}
	const own_ = await two.review(1, id, { c1: 1, c2: 0 });
	expect(own_).toMatchObject({
		value: { review: { score: 12.5, recommendation: 'negative' }, others: [{ comment: secret }] }
	});
	expect(await two.review(1, id, { c1: 1, c2: 0 })).toMatchObject({ ok: true });
	expect(await two.review(1, id, { c1: 2, c2: 1 })).toEqual(expect.objectContaining({ ok: false }));

	const both = await Promise.all([finish(), finish()]);
	expect(both.map((one) => one.ok || one.refusal.status).toSorted()).toEqual([409, true]);
	expect(await stateOf(id)).toBe('reviewed');
	expect(await reviewFacts(world.db, id)).toEqual({
		...{ expertise: 'split', council: null, minutes: null, proposal: null }
	});
	const reckoning = {
		...{ rule: 'majority', threshold: 60, wanted: 2, submitted: 2, tie: 'council', result: 'split' },
		...{ counted: { positive: 1, negative: 1, mean: 56.3 }, cast: null }
	};
	const told = await (await two.expert(1)).must(getApplicationToReview, { params: { id } });
	expect(told.reckoning).toEqual(reckoning);
	const [kept] = await two.coordinator.must(listApplicationExpertises, { params: { id } });
	expect(kept).toMatchObject({ result: 'split', reckoning, round: 1 });
});

test('R5: where no council votes, a split expertise waits for the word of a chair who is free of conflict', async () => {
	const status = regulationOf('word').status;
	const lone = await openCouncil(world, 'word', { status: { ...status, decided_by_body: null } });
	const id = await lone.application();
	await lone.begin(id);
	for (const n of [3, 4]) await lone.declare(n, id);
	const { expertises } = await lone.release();
	await lone.review(3, id, { c1: 2, c2: 1 });
	await lone.review(4, id, { c1: 0, c2: 0 });
	const read = async () => (await lone.coordinator.must(getCouncil, lone.params)).expertises[0]!;
	const finish = (word: { result: 'positive' | 'negative'; reason: string } | null) =>
		lone.coordinator.call(finishExpertise, { params: { id: expertises[0]!.id }, body: { word } });
	const word = { result: 'positive' as const, reason: REASON };

	expect(await read()).toMatchObject({ asksWord: { presides: null }, can: { finish: true } });
	expect(await finish(word)).toEqual(refused(409, 'expertise.nobody_presides'));
	for (const n of [0, 1]) await lone.declare(n, id, n === 0 ? REASON : undefined);
	expect((await read()).asksWord).toEqual({ presides: fullName(lone.people[1]!) });
	expect(await finish(null)).toEqual(refused(409, 'expertise.word_needed', { positive: 1, negative: 1 }));
	expect(await stateOf(id)).toBe('in_review');
	expect(await finish({ ...word, reason: '' })).toEqual(
		refused(422, 'expertise.reason_missing', { field: 'reason' })
	);

	expect(await finish(word)).toMatchObject({ ok: true });
	const done = await read();
	expect(done).toMatchObject({ result: 'positive', asksWord: null, reckoning: { tie: 'chair' } });
	expect(done.reckoning.cast?.reason).toBe(REASON);
	expect(await reviewFacts(world.db, id)).toMatchObject({ expertise: 'positive' });
});

test('R27: a coordinator who reviews is kept from the reviews of others as everybody is', async () => {
	const two = await openCouncil(world, 'both');
	await two.coordinator.must(addCouncilMember, {
		...two.params,
		body: { who: { email: world.coordinator.email }, role: 'member', act: { ...ACT, number: '9' } }
	});
	const id = await two.application();
	const { expertises } = await two.begin(id);
	await two.declare(0, id);
	const coordinator = await world.as(world.coordinator);
	await coordinator.inject({
		method: 'PUT',
		url: `/api/expert/applications/${id}/declaration`,
		payload: { conflict: false }
	});
	await two.coordinator.must(changeAssignment, {
		params: { id: expertises[0]!.id },
		body: { personIds: [two.people[0]!.id, world.coordinator.id], seen: [] }
	});
	await two.coordinator.must(releaseAssignment, two.params);
	await two.review(0, id, { c1: 2, c2: 1 });
	for (const url of [`/api/councils/${two.council.id}`, `/api/applications/${id}/expertises`]) {
		const { body } = await coordinator.inject({ url });
		expect(body).toContain('"withheld":"own_review"');
		expect(body).not.toContain(COMMENT);
	}
});

test('R27: who keeps the region reads a review as soon as it is submitted, and nobody else does', async () => {
	const two = await openCouncil(world, 'keeper');
	const id = await two.application();
	await two.begin(id);
	for (const n of [0, 1]) await two.declare(n, id);
	await two.release();
	const read = () => two.coordinator.must(listApplicationExpertises, { params: { id } });
	expect((await read()).map(({ reviews, withheld }) => ({ reviews, withheld }))).toEqual([
		{ reviews: [], withheld: null }
	]);
	await two.review(0, id, { c1: 2, c2: 1 });
	expect(await read()).toMatchObject([
		{ ...{ finishedAt: null, result: null, withheld: null }, reviews: [{ score: 100, comment: COMMENT }] }
	]);
	for (const visitor of [await two.expert(0), await two.expert(1), await world.as(two.applicant)])
		expect(await visitor.call(listApplicationExpertises, { params: { id } })).toEqual(
			refused(404, 'application.missing')
		);

	await two.coordinator.must(addCouncilMember, {
		...two.params,
		body: { who: { email: world.coordinator.email }, role: 'member', act: { ...ACT, number: '10' } }
	});
	const withheld = async () => (await read()).map(({ reviews, withheld }) => [reviews.length, withheld]);
	expect(await withheld()).toEqual([[0, 'undeclared']]);
	const declaration = { params: { id }, body: { conflict: false, reason: '' } };
	await two.coordinator.must(declareConflict, declaration);
	expect(await withheld()).toEqual([[0, 'own_review']]);
	await two.review(1, id, { c1: 0, c2: 0 });
	const [round] = await read();
	await two.coordinator.must(finishExpertise, { params: { id: round!.id }, body: {} });
	expect(await withheld()).toEqual([[2, null]]);
});

test('a draft is saved on top of the revision it was written on, and terms that have begun stay', async () => {
	const two = await openCouncil(world, 'drafts');
	const id = await two.application();
	await two.begin(id);
	for (const n of [0, 1]) await two.declare(n, id);
	await two.release();
	const visitor = await two.expert(0);
	const { review } = await visitor.must(getApplicationToReview, { params: { id } });
	const save = (revision: number, answer: Record<string, number>) =>
		visitor.call(saveApplicationReview, { params: { id: review!.id }, body: { revision, answer } });
	expect(await save(0, { c1: 2 })).toMatchObject({ value: { revision: 1 } });
	expect(await save(0, { c1: 0 })).toMatchObject({
		refusal: { status: 409, code: 'form.changed_elsewhere', problem: { details: { answer: { c1: 2 } } } }
	});
	expect(await save(1, { c1: 9 })).toMatchObject({ refusal: { status: 422, code: 'form.faulty' } });
	expect(
		await visitor.call(submitApplicationReview, {
			params: { id: review!.id },
			body: { revision: 1, answer: { c1: 2 } }
		})
	).toMatchObject({ refusal: { status: 422, code: 'form.faulty' } });

	await two.terms({ criteria: [{ key: 'other', title: 'Иное', weight: 1, levels: ['нет', 'да'] }] });
	const after = await visitor.must(getApplicationToReview, { params: { id } });
	expect(after.review!.sheet.definition.sections[0]!.fields[0]!.key).toBe('c1');
	expect(after.criteria.map(({ key }) => key)).toEqual(['c1', 'c2']);
	const { terms } = await two.coordinator.must(getCouncil, two.params);
	const faulty = { ...terms, revision: 0, criteria: [] };
	expect(await two.coordinator.call(changeCouncilTerms, { ...two.params, body: faulty })).toMatchObject({
		refusal: { status: 422, code: 'council.faulty' }
	});
});
