import * as diagnostics from '@stazhirovka/contract/diagnostics';
import { getCohortTraces, getInternTraces } from '@stazhirovka/contract/reporting';
import { afterAll, expect, test } from 'vitest';
import { Expertise } from '../../testing/expertise.ts';
import { answersOf, newLearner } from '../../testing/learner.ts';
import { outsiders } from '../../testing/outsiders.ts';
import { refused } from '../../testing/refused.ts';
import { createWorld } from '../../testing/world.ts';

const world = await createWorld();
afterAll(world.close);
const expertise = new Expertise(world);
const leader = await world.as(world.leader);
const cohort = { id: world.cohort.id };

const ofCohort = async () => leader.must(getCohortTraces, { params: cohort });

test('R167: the intern and the tutor see each deficit with its tasks, evidence and effect; nobody else', async () => {
	const fresh = await newLearner(world);
	expect(await fresh.intern.call(getInternTraces, { params: fresh.params })).toEqual(
		refused(404, 'deficit_card.missing')
	);
	const learner = await expertise.prepare(1);
	await expertise.accept(1);
	for (const reader of [learner.intern, learner.tutor]) {
		const { traces, effectiveness } = await reader.must(getInternTraces, { params: learner.params });
		expect(effectiveness?.verdict).toBeTruthy();
		const worked = traces.filter(({ tasks }) => tasks.length > 0);
		expect(worked.length).toBeGreaterThan(0);
		expect(worked.flatMap(({ tasks }) => tasks.map(({ sent }) => sent?.state))).toContain('accepted');
		expect(traces.every(({ after, change }) => after === null && change === null)).toBe(true);
	}
	for (const [who, visitor] of await outsiders(world)) {
		const answer = await visitor.call(getInternTraces, { params: learner.params });
		expect([who, answer]).toEqual([who, refused(404, 'enrolment.missing')]);
	}
	expect(await leader.call(getInternTraces, { params: learner.params })).toEqual(
		refused(404, 'enrolment.missing')
	);
});

test('R167: of a cohort nothing is told below five, and then in whole fives', async () => {
	for (const n of [2, 3, 4]) await expertise.prepare(n);
	const four = await ofCohort();
	expect(four.traces.every(({ carded, needed, planned }) => carded === 0 && !needed && !planned)).toBe(true);

	await expertise.prepare(5);
	const { traces } = await ofCohort();
	expect(traces.map(({ carded }) => carded)).toEqual(traces.map(() => 5));
	expect(traces.some(({ tasks }) => tasks.length > 0)).toBe(true);
	// All five have agreed routes and cards; the tasks of one are accepted, of the others not yet.
	for (const { needed, planned, accepted, posted, effect } of traces)
		expect([(planned ?? 9) <= (needed ?? 0), posted, accepted, effect]).toEqual([true, needed, null, null]);
	for (const n of [2, 3, 4]) await expertise.accept(n);
	expect((await ofCohort()).traces.map(({ accepted }) => accepted)).toEqual(traces.map(() => null));
	await expertise.accept(5);
	expect((await ofCohort()).traces.map(({ accepted }) => accepted)).toEqual(
		traces.map(({ planned }) => planned)
	);
	const before = await ofCohort();
	await expertise.prepare(6);
	expect(await ofCohort()).toEqual(before);
});

test('the effect is told when all five were asked again, and equals the comparison of the cohort', async () => {
	const rules = { minutes: null, attempts: 1, counts: 'last', randomOrder: false, exit: true } as const;
	await leader.must(diagnostics.setDiagnosisRules, { params: cohort, body: rules });
	for (const n of [1, 2, 3, 4, 5]) {
		const { intern, params } = await expertise.learner(n);
		await intern.must(diagnostics.beginDiagnosis, { params, body: { stage: 'exit' } });
		const body = { revision: 0, occasion: 'exit', answer: answersOf('t-1') as never } as const;
		await intern.must(diagnostics.finishDiagnosis, { params, body });
	}
	const compared = await leader.must(diagnostics.getCohortComparison, { params: cohort });
	const { traces } = await ofCohort();
	expect(traces.map(({ effect }) => effect && effect.people - effect.before)).toEqual(
		compared.rows?.map(({ before }) => before)
	);
	expect(traces.map(({ effect }) => effect && effect.people - effect.after)).toEqual(
		compared.rows?.map(({ after }) => after)
	);
	const stranger = await world.as(world.stranger);
	expect(await stranger.call(getCohortTraces, { params: cohort })).toEqual(refused(404, 'cohort.missing'));
});
