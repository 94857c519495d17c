import { issueCertificate, listCohortCompletions } from '@stazhirovka/contract/certificates';
import { getPath } from '@stazhirovka/contract/cohorts';
import {
	getFinalWork,
	getMyFinalWork,
	listForum,
	publishFinalWork,
	type Board
} from '@stazhirovka/contract/final-works';
import { getGrid } from '@stazhirovka/contract/reporting';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { wholeAnswer } from '../../testing/answer.ts';
import { Expertise } from '../../testing/expertise.ts';
import { recorded } from '../../testing/records.ts';
import { createWorld, type World } from '../../testing/world.ts';

let world: World;
let expertise: Expertise;
const LOW = {
	...{ awareness: 1, conditions: 1, completeness: 1, technology: 1, effectiveness: 1, reflection: 1 }
};

beforeAll(async () => {
	world = await createWorld({ now: '2027-02-10T09:00:00Z' });
	expertise = new Expertise(world);
	await expertise.published(1, 2, 3);
	await expertise.give([
		{ author: 1, reviewers: [2, 3] },
		{ author: 2, reviewers: [1, 3] },
		{ author: 3, reviewers: [1, 2] }
	]);
	for (const n of [1, 2])
		for (const review of await expertise.reviewsOf(n)) await expertise.review(review, LOW);
	const [only] = await expertise.reviewsOf(3);
	if (only) await expertise.review(only, {});
});
afterAll(() => world.close());

async function workOf(n: number): Promise<Board['works'][number] | undefined> {
	const id = await expertise.workId(n);
	return (await expertise.board()).works.find((work) => work.id === id);
}

async function revise(n: number, next: string) {
	const { intern, params } = await expertise.learner(n);
	const { sheet } = await intern.must(getMyFinalWork, { params });
	const answer = wholeAnswer(sheet.definition, { next }) as never;
	return intern.call(publishFinalWork, { params, body: { revision: sheet.revision, answer } });
}

test('R117: a work with too few reviews when their time is over waits for the tutor’s decision', async () => {
	expect((await workOf(3))?.awaitsDecision).toBe(false);
	world.at('2027-02-20T21:00:00Z');
	expect(await workOf(3)).toMatchObject({ awaitsDecision: true, result: { enoughReviews: false } });

	for (const n of [1, 2]) expect((await expertise.decide(n, false)).ok).toBe(true);
	expect((await expertise.board()).blocked).toEqual([
		{
			code: 'results.awaits_decision',
			details: { work: await expertise.workId(3), title: 'Урок: по три минуты' }
		}
	]);
	expect((await expertise.decide(3, true)).ok).toBe(true);
	expect((await expertise.announce(world.leader)).ok).toBe(true);
	expect((await expertise.board()).works.map(({ state }) => state)).toEqual([
		'revision',
		'revision',
		'passed'
	]);
});

test('R117: one revision in time becomes version 2 and waits for the tutor', async () => {
	world.at('2027-02-28T20:59:59Z');
	const { intern, params } = await expertise.learner(1);
	expect(await intern.must(getMyFinalWork, { params })).toMatchObject({
		state: 'revision',
		revisionUntil: '2027-02-28T21:00:00.000Z',
		sheet: { can: { save: true, submit: true }, submittedAt: null },
		can: { publish: true }
	});

	expect(await revise(1, 'Замеры сделаны ещё раз.')).toMatchObject({
		ok: true,
		value: { state: 'revised', version: 2, can: { publish: false } }
	});
	expect(await revise(1, 'И ещё раз.')).toMatchObject({ refusal: { code: 'final_work.not_now' } });
	expect(await workOf(1)).toMatchObject({ state: 'revised', awaitsDecision: true });
	expect((await recorded(world.db, 'final_work.revised', [await expertise.workId(1)])).length).toBe(1);
});

test('R117: the tutor’s decision on the revision is the result of the second round', async () => {
	const decided = await Promise.all([
		expertise.decide(1, true),
		expertise.decide(1, false, { by: world.otherTutor })
	]);
	expect(decided.filter(({ ok }) => ok).length).toBe(1);
	const passed = decided[0].ok;

	const { intern, params } = await expertise.learner(1);
	const after = await intern.must(getMyFinalWork, { params });
	expect(after.state).toBe(passed ? 'passed' : 'failed');
	expect(after.results.map((result) => [result.round, result.passed, result.total])).toEqual([
		[1, false, 6],
		[2, passed, null]
	]);
	expect(await expertise.decide(1, false)).toMatchObject({
		refusal: { status: 409, code: 'final_work.not_now' }
	});
	expect((await recorded(world.db, 'final_work.decided', [after.id ?? ''])).length).toBe(1);
});

test('R117: a revision that does not come in time has failed, by the server’s clock', async () => {
	world.at('2027-02-28T21:00:00Z');
	const { intern, params } = await expertise.learner(2);

	expect(await intern.must(getMyFinalWork, { params })).toMatchObject({
		state: 'failed',
		reason: { code: 'final_work.revision_too_late' },
		can: { publish: false }
	});
	expect(await revise(2, 'Поздно')).toMatchObject({
		refusal: { status: 409, code: 'final_work.revision_too_late' }
	});
	expect((await workOf(2))?.state).toBe('failed');
});

test('R117: a revision that did not come has failed wherever it is told, though nobody wrote it down', async () => {
	const { intern, params } = await expertise.learner(2);
	const [leader, peer] = [await world.as(world.leader), await world.as(expertise.person(3))];
	const ofCohort = { params: { id: world.cohort.id } };
	const id = await expertise.workId(2);
	const result = { key: 'result', state: 'done', doneOn: '2027-02-28' };

	const { modules } = await intern.must(getPath, { params });
	expect(modules.flatMap(({ steps }) => steps)).toEqual(
		expect.arrayContaining([
			expect.objectContaining(result),
			expect.objectContaining({ key: 'certificate', state: 'locked', reason: { code: 'path.result_failed' } })
		])
	);
	const { rows } = await leader.must(getGrid, ofCohort);
	const cells = rows.find(({ enrolmentId }) => enrolmentId === params.id)?.cells;
	expect(cells?.find(({ step }) => step === 'result')).toMatchObject({ state: 'done', doneOn: '2027-02-28' });
	const forum = await peer.must(listForum, ofCohort);
	expect(forum.find((work) => work.id === id)?.state).toBe('failed');
	expect((await peer.must(getFinalWork, { params: { id } })).state).toBe('failed');

	const completions = await leader.must(listCohortCompletions, ofCohort);
	const own = completions.find(({ enrolmentId }) => enrolmentId === params.id);
	expect([own?.missing.includes('результат взаимоэкспертизы не ниже порога'), own?.can.issue]).toEqual([
		...[true, false]
	]);
	expect(await leader.call(issueCertificate, { params })).toMatchObject({
		refusal: { status: 409, code: 'certificate.incomplete' }
	});
});
