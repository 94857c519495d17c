import * as contract from '@stazhirovka/contract/diagnostics';
import { beforeAll, expect, test } from 'vitest';
import { newLearner } from '../../../testing/learner.ts';
import { refused } from '../../../testing/refused.ts';
import { createWorld, type World } from '../../../testing/world.ts';

const RULES = { minutes: 30, attempts: 1, counts: 'last', randomOrder: false, exit: false } as const;

let world: World;
beforeAll(async () => {
	world = await createWorld();
	const leader = await world.as(world.leader);
	await leader.must(contract.setDiagnosisRules, { params: { id: world.cohort.id }, body: RULES });
	return world.close;
});

test('rules are the leader’s; tutors see them; an intern’s attempts are the intern’s and the tutor’s', async () => {
	const at = { params: { id: world.cohort.id } };
	const tutor = await world.as(world.tutor);
	expect(await tutor.must(contract.getCohortDiagnosis, at)).toMatchObject({
		programmeMinutes: 30,
		items: 24,
		setBy: { shortName: expect.any(String) },
		can: { change: false }
	});
	expect(await tutor.call(contract.setDiagnosisRules, { ...at, body: RULES })).toEqual(
		refused(403, 'forbidden')
	);
	const leader = await world.as(world.leader);
	expect(
		await leader.call(contract.setDiagnosisRules, { ...at, body: { ...RULES, minutes: 4 } })
	).toMatchObject({ refusal: { status: 400 } });
	for (const person of [world.otherLeader, world.stranger, world.interns[0]!]) {
		const visitor = await world.as(person);
		expect(await visitor.call(contract.getCohortDiagnosis, at)).toEqual(refused(404, 'cohort.missing'));
		expect(await visitor.call(contract.setDiagnosisRules, { ...at, body: RULES })).toEqual(
			refused(404, 'cohort.missing')
		);
	}
	const { params } = await newLearner(world);
	for (const person of [
		world.leader,
		world.otherTutor,
		world.otherLeader,
		world.stranger,
		world.interns[0]!
	]) {
		const visitor = await world.as(person);
		const more = { minutes: 5, attempts: 1, reason: 'Очень нужно' };
		for (const answer of [
			await visitor.call(contract.getDiagnosis, { params, querystring: {} }),
			await visitor.call(contract.beginDiagnosis, { params, body: {} }),
			await visitor.call(contract.allowDiagnosis, { params, body: more })
		])
			expect(answer).toEqual(refused(404, 'enrolment.missing'));
	}
});
