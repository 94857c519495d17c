import * as contract from '@stazhirovka/contract/diagnostics';
import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { newLearner } from '../../testing/learner.ts';
import { outsiders } from '../../testing/outsiders.ts';
import { refused } from '../../testing/refused.ts';
import type { Visitor } from '../../testing/visitor.ts';
import { createWorld, type World } from '../../testing/world.ts';

let world: World;

beforeAll(async () => {
	world = await createWorld();
	return world.close;
});

test('what may be seen but not done is forbidden: evidence is the intern’s, decisions are the tutor’s', async () => {
	const learner = await newLearner(world);
	await learner.diagnose();
	const evidence = { revision: 1, evidence: { D1: 'слова' } };
	const decision = { revision: 1, deficit: 'D1', level: null, reason: '' };

	expect(await learner.tutor.call(contract.addEvidence, { params: learner.params, body: evidence })).toEqual(
		refused(403, 'forbidden')
	);
	expect(
		await learner.intern.call(contract.overrideLevel, { params: learner.params, body: decision })
	).toEqual(refused(403, 'forbidden'));
});

test('R167 for everybody else the card does not exist: neither to read nor to touch', async () => {
	const learner = await newLearner(world);
	await learner.diagnose();
	const requests = (id: string) =>
		[
			{ method: 'GET', url: `/api/enrolments/${id}/deficit-card` },
			{ method: 'POST', url: `/api/enrolments/${id}/diagnosis`, payload: { revision: 0, answer: {} } },
			{
				method: 'PUT',
				url: `/api/enrolments/${id}/deficit-card/evidence`,
				payload: { revision: 1, evidence: {} }
			},
			{
				method: 'POST',
				url: `/api/enrolments/${id}/deficit-card/overrides`,
				payload: { revision: 1, deficit: 'D1', level: null, reason: '' }
			},
			{ method: 'POST', url: `/api/enrolments/${id}/deficit-card/signature`, payload: { revision: 1 } }
		] as const;
	const answer = async (visitor: Visitor, id: string) =>
		Promise.all(requests(id).map(async (request) => (await visitor.inject(request)).json()));

	for (const [who, visitor] of await outsiders(world)) {
		const nothing = await answer(visitor, randomUUID());
		expect([who, await answer(visitor, learner.enrolmentId)]).toEqual([who, nothing]);
		expect(new Set(nothing.map(({ code }) => code))).toEqual(new Set(['enrolment.missing']));
	}
	const visitor = await world.as(null);
	for (const request of requests(learner.enrolmentId))
		expect((await visitor.inject(request)).statusCode).toBe(401);
});
