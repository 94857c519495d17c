import * as contract from '@stazhirovka/contract/learning-routes';
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

test('before the card is frozen there is no route, for the intern either', async () => {
	const learner = await newLearner(world);
	await learner.diagnose();

	expect(await learner.intern.call(contract.getLearningRoute, { params: learner.params })).toEqual(
		refused(404, 'learning_route.missing')
	);
});

test('what may be seen but not done is forbidden: proposing is the intern’s, agreeing and returning the tutor’s', async () => {
	const learner = await newLearner(world);
	await learner.diagnose();
	await learner.sign();
	const input = { params: learner.params, body: { revision: 1 } };
	const remark = { ...input, body: { ...input.body, remark: 'Сдвиньте сроки' } };

	expect(await learner.tutor.call(contract.proposeLearningRoute, input)).toEqual(refused(403, 'forbidden'));
	expect(await learner.intern.call(contract.agreeLearningRoute, input)).toEqual(refused(403, 'forbidden'));
	expect(await learner.intern.call(contract.returnLearningRoute, remark)).toEqual(refused(403, 'forbidden'));
});

test('R167 for everybody else the route does not exist: neither to read nor to touch', async () => {
	const learner = await newLearner(world);
	await learner.agree();
	const items = [{ task: 'T01', dueOn: '2027-02-01' }];
	const requests = (id: string) => {
		const url = `/api/enrolments/${id}/learning-route`;
		return [
			{ method: 'GET', url },
			{ method: 'PUT', url, payload: { revision: 1, items, reason: 'потому что хочется' } },
			{ method: 'POST', url: `${url}/proposal`, payload: { revision: 1 } },
			{ method: 'POST', url: `${url}/agreement`, payload: { revision: 1 } },
			{ method: 'POST', url: `${url}/return`, payload: { revision: 1, remark: 'Сдвиньте сроки' } },
			{ method: 'GET', url: `${url}/versions` },
			{ method: 'GET', url: `${url}.pdf` },
			{ method: 'POST', url: `${url}/wishes`, payload: { revision: 1, items, reason: 'потому что хочется' } },
			{ method: 'POST', url: `${url}/wishes/answer`, payload: { number: 1, answer: 'accept' } },
			{ method: 'PUT', url: `/api/enrolments/${id}/study-limit`, payload: { minutesPerWeek: 60 } }
		] as const;
	};
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
