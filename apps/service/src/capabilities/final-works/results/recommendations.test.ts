import {
	downloadRecommendations,
	getRecommendations,
	printRecommendations,
	reopenRecommendations,
	saveRecommendations,
	submitRecommendations
} from '@stazhirovka/contract/results';
import type { FormDefinition } from '@stazhirovka/domain/forms';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { wholeAnswer } from '../../../testing/answer.ts';
import { Expertise } from '../../../testing/expertise.ts';
import { recorded } from '../../../testing/records.ts';
import { refusing } from '../../../testing/refused.ts';
import { createWorld, type World } from '../../../testing/world.ts';

const REOPENING = { reason: 'В ответах не сказано, что изменилось в работе.' };

let world: World;
let expertise: Expertise;
let params: { id: string };
beforeAll(async () => {
	world = await createWorld({ now: '2027-02-10T09:00:00Z' });
	expertise = new Expertise(world);
	await expertise.reviewThree();
	params = { id: await expertise.workId(3) };
});
afterAll(() => world.close());

const author = () => world.as(expertise.person(3));
const table = async () => (await author()).must(getRecommendations, { params });

test('R117: before the announcement there is no table, for the author and for the tutor alike', async () => {
	for (const person of [expertise.person(3), world.tutor]) {
		const told = await (await world.as(person)).call(getRecommendations, { params });
		expect(told).toMatchObject(refusing(409, 'results.not_announced'));
	}
	await expertise.announce();
});

test('R167: to anybody but the author and those who run or lead the cohort the table does not exist', async () => {
	const strangers = [expertise.person(1), world.interns[5]!, world.otherLeader, world.stranger];
	const { revision, answer } = (await table()).sheet;
	const body = { revision, answer };
	for (const person of strangers) {
		const visitor = await world.as(person);
		const answers = [
			await visitor.call(getRecommendations, { params }),
			await visitor.call(saveRecommendations, { params, body }),
			await visitor.call(submitRecommendations, { params, body }),
			await visitor.call(reopenRecommendations, { params, body: REOPENING }),
			await visitor.call(printRecommendations, { params }),
			await visitor.call(downloadRecommendations, { params })
		];
		for (const told of answers) expect(told).toMatchObject(refusing(404, 'cohort.missing'));
	}
	for (const person of [world.tutor, world.leader]) {
		const visitor = await world.as(person);
		expect((await visitor.must(getRecommendations, { params })).sheet.can).toEqual({
			save: false,
			submit: false
		});
		expect(await visitor.call(saveRecommendations, { params, body })).toMatchObject(
			refusing(403, 'forbidden')
		);
	}
});

test('R117: each question and advice of a reviewer is a row, praise is not', async () => {
	const { rows, mine, versions } = await table();
	expect(mine).toBe(true);
	expect(versions.map(({ number }) => number)).toEqual([1]);
	expect(rows.map(({ key, reply }) => [key, reply])).toEqual([
		['question_1', null],
		['question_2', null],
		['advice_1', null],
		['advice_2', null]
	]);
});

test('R118: drafts are kept and an older tab is told, never merged silently', async () => {
	const visitor = await author();
	const first = { revision: 0, answer: { advice_1_reply: 'accepted' } };
	expect(await visitor.must(saveRecommendations, { params, body: first })).toMatchObject({ revision: 1 });
	const older = { revision: 0, answer: { advice_1_reply: 'rejected' } };
	expect(await visitor.call(saveRecommendations, { params, body: older })).toMatchObject({
		refusal: {
			status: 409,
			code: 'form.changed_elsewhere',
			problem: { details: { revision: 1 } }
		}
	});
	expect((await table()).rows.find(({ key }) => key === 'advice_1')?.reply).toBe('accepted');
});

test('R118: the table is finished when every row is answered; the tutor reads it, files tell the same', async () => {
	const visitor = await author();
	const { sheet } = await table();
	const lacking = { revision: sheet.revision, answer: sheet.answer };
	expect(await visitor.call(submitRecommendations, { params, body: lacking })).toMatchObject(
		refusing(422, 'form.faulty')
	);

	const answer = wholeAnswer(sheet.definition as FormDefinition, {}) as never;
	const done = await visitor.must(submitRecommendations, {
		params,
		body: { revision: sheet.revision, answer }
	});
	expect(done.sheet).toMatchObject({ submittedAt: '2027-02-10T09:00:00.000Z', can: { save: false } });
	expect(await visitor.call(saveRecommendations, { params, body: { revision: 2, answer } })).toMatchObject(
		refusing(409, 'form.submitted')
	);
	expect((await recorded(world.db, 'recommendations.', [params.id])).length).toBe(1);

	const seen = await (await world.as(world.tutor)).must(getRecommendations, { params });
	expect(seen.rows.map(({ change }) => change)).toEqual(done.rows.map(({ change }) => change));
	for (const file of ['pdf', 'docx']) {
		const url = `/api/final-works/${params.id}/recommendations/file.${file}`;
		const response = await visitor.inject({ method: 'GET', url });
		expect([response.statusCode, response.rawPayload.length > 2000]).toEqual([200, true]);
	}
});

test('R117: a tutor gives a finished table back once; the answers stay, the author finishes it again', async () => {
	const [tutor, leader, visitor] = [
		await world.as(world.tutor),
		await world.as(world.leader),
		await author()
	];
	const both = { params, body: REOPENING };
	expect(await leader.call(reopenRecommendations, both)).toMatchObject(refusing(403, 'forbidden'));
	expect(await visitor.call(reopenRecommendations, both)).toMatchObject(refusing(403, 'forbidden'));
	expect((await tutor.must(getRecommendations, { params })).can).toEqual({ reopen: true });

	const answers = await Promise.all([1, 2].map(() => tutor.call(reopenRecommendations, both)));
	expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
	expect(answers.find(({ ok }) => !ok)).toMatchObject(refusing(409, 'recommendations.not_finished'));

	const { sheet, rows, can } = await table();
	expect([sheet.can.submit, can.reopen, rows.every(({ reply }) => reply !== null)]).toEqual([
		true,
		false,
		true
	]);
	const body = { revision: sheet.revision, answer: sheet.answer };
	expect((await visitor.must(submitRecommendations, { params, body })).sheet.can.save).toBe(false);
	expect((await recorded(world.db, 'recommendations.', [params.id])).length).toBe(3);
});
