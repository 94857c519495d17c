import * as contract from '@stazhirovka/contract/diagnostics';
import { listOwnDocuments } from '@stazhirovka/contract/portfolio';
import { beforeAll, expect, test } from 'vitest';
import { Expertise } from '../../../testing/expertise.ts';
import { answersOf, newLearner, type Learner } from '../../../testing/learner.ts';
import { outsiders } from '../../../testing/outsiders.ts';
import { refused } from '../../../testing/refused.ts';
import { createWorld, type World } from '../../../testing/world.ts';

let world: World;
let expertise: Expertise;
beforeAll(async () => {
	world = await createWorld();
	expertise = new Expertise(world);
	return world.close;
});

const begin = ({ intern, params }: Learner) =>
	intern.call(contract.beginDiagnosis, { params, body: { stage: 'exit' } });

const repeat = ({ intern, params }: Learner) =>
	intern.must(contract.finishDiagnosis, {
		params,
		body: { revision: 0, occasion: 'exit', answer: answersOf('t-1') as never }
	});

/** The same sheet, filled by hand and keyed in twice by the tutor. */
async function onPaper({ tutor, params }: Learner) {
	const body = { stage: 'exit' as const, answer: answersOf('t-1') as never };
	for (const pass of ['first', 'second'] as const)
		await tutor.must(contract.keyDiagnosisIn, { params: { ...params, pass }, body });
	const handedIn = { stage: 'exit' as const, choices: {}, file: null };
	const done = await tutor.must(contract.handInPaper, { params, body: handedIn });
	expect(done).toMatchObject({ stage: 'exit', step: 'done' });
}

async function switchOn() {
	const leader = await world.as(world.leader);
	const rules = { minutes: null, attempts: 1, counts: 'last', randomOrder: false, exit: true } as const;
	await leader.must(contract.setDiagnosisRules, { params: { id: world.cohort.id }, body: rules });
}

async function ofCohort() {
	const leader = await world.as(world.leader);
	return leader.must(contract.getCohortComparison, { params: { id: world.cohort.id } });
}

test('the repetition waits for the leader and for the last module; it changes no card', async () => {
	const learner = await expertise.prepare(1);
	expect(await begin(learner)).toEqual(refused(409, 'diagnosis.exit_closed'));
	await switchOn();
	expect(await begin(await newLearner(world))).toEqual(refused(409, 'diagnosis.exit_not_yet'));

	const before = await learner.intern.must(contract.getDeficitCard, { params: learner.params });
	expect(await begin(learner)).toMatchObject({
		ok: true,
		value: { stage: 'exit', current: { occasion: 'exit' } }
	});
	await repeat(learner);
	expect(await learner.intern.must(contract.getDeficitCard, { params: learner.params })).toEqual(before);
});

test('before and after stand side by side for the intern and the tutor, by the same scoring', async () => {
	const learner = await expertise.learner(1);
	for (const reader of [learner.intern, learner.tutor]) {
		const seen = await reader.must(contract.getDiagnosisComparison, { params: learner.params });
		expect(seen.afterAt).toBe('2027-01-18T07:00:00.000Z');
		expect(seen.rows[0]).toMatchObject({
			before: { percent: 100, level: 'none' },
			after: { level: 'expressed', label: 'выраженный дефицит' }
		});
		expect(seen.rows[0]!.change).toBeLessThan(-40);
		const views = await reader.must(contract.getViewpoints, { params: learner.params });
		expect(views.repeated).toBe(true);
	}
	const { repeated } = await learner.intern.must(listOwnDocuments, {});
	expect(repeated.map(({ enrolment }) => enrolment)).toEqual([learner.enrolmentId]);
});

test('R167, X20: of a cohort nothing is told below five, and the sixth, on paper, waits for four others', async () => {
	for (const n of [2, 3, 4]) {
		const learner = await expertise.prepare(n);
		await begin(learner);
		await repeat(learner);
	}
	expect(await ofCohort()).toMatchObject({ open: true, repeated: 4, counted: 0, threshold: 5, rows: null });
	const fifth = await expertise.prepare(5);
	await begin(fifth);
	await repeat(fifth);
	const five = await ofCohort();
	expect(five.rows?.[0]).toMatchObject({ deficit: 'D1', before: 5, after: 0 });

	const sixth = await expertise.prepare(6);
	await onPaper(sixth);
	const six = await ofCohort();
	expect([six.repeated, six.counted, six.rows]).toEqual([6, 5, five.rows]);
});

test('R167: for everybody else there is no comparison', async () => {
	const { params } = await expertise.learner(1);
	for (const [who, visitor] of await outsiders(world)) {
		const answer = await visitor.call(contract.getDiagnosisComparison, { params });
		expect([who, answer]).toEqual([who, refused(404, 'enrolment.missing')]);
	}
	for (const person of [world.interns[0]!, world.otherLeader, world.stranger]) {
		const visitor = await world.as(person);
		expect(await visitor.call(contract.getCohortComparison, { params: { id: world.cohort.id } })).toEqual(
			refused(404, 'cohort.missing')
		);
	}
});
