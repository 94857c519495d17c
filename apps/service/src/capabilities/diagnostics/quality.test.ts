import { getDiagnosisQuality } from '@stazhirovka/contract/diagnostics';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answersOf, MASTERY, newLearner } from '../../testing/learner.ts';
import { refused } from '../../testing/refused.ts';
import { createWorld, type World } from '../../testing/world.ts';

let world: World;
beforeAll(async () => {
	world = await createWorld();
});
afterAll(() => world.close());

async function look() {
	const leader = await world.as(world.leader);
	return leader.must(getDiagnosisQuality, { params: { id: world.version }, querystring: {} });
}

async function send(answer = MASTERY) {
	await (await newLearner(world)).diagnose(answer);
}

test('R167: below five nothing is shown, and whoever comes after waits for four others', async () => {
	for (let n = 0; n < 4; n++) await send();
	expect(await look()).toMatchObject({ sent: 4, counted: 0, threshold: 5, figures: null });

	await send();
	const five = await look();
	expect(five).toMatchObject({ sent: 5, counted: 5, figures: { tested: { alpha: null, error: null } } });
	expect(five.figures!.items.filter(({ kind }) => kind === 'knowledge')).toHaveLength(8);
	for (const item of five.figures!.items) {
		const flags = item.kind === 'self_assessment' ? ['always_same'] : ['always_same', 'too_easy'];
		expect(item).toMatchObject({ percent: 100, itemRest: null, advice: 'review', flags });
	}

	await send(answersOf('t-1'));
	const six = await look();
	expect([six.sent, six.counted, six.figures]).toEqual([6, 5, five.figures]);
});

test('the figures carry the question and its deficit in words, and no person', async () => {
	const { figures, version } = await look();
	expect(figures?.items[0]).toMatchObject({ deficit: 'Соотнесение трудностей и функций', kind: 'knowledge' });
	expect(figures?.items[0]?.text.length).toBeGreaterThan(20);
	expect(version).toMatchObject({ id: world.version, number: 1 });
	const text = JSON.stringify(await look());
	for (const word of ['Новикова', 'Дарья']) expect(text).not.toContain(word);
});

test('R167: they are for those who lead the site of the programme; for others there is nothing', async () => {
	const nothing = { params: { id: randomUUID() }, querystring: {} };
	const params = { id: world.version };
	const people = [world.interns[0]!, world.tutor, world.otherTutor, world.otherLeader, world.stranger];
	for (const person of people) {
		const visitor = await world.as(person);
		expect(await visitor.call(getDiagnosisQuality, { params, querystring: {} })).toEqual(
			await visitor.call(getDiagnosisQuality, nothing)
		);
		expect(await visitor.call(getDiagnosisQuality, { params, querystring: {} })).toEqual(
			refused(404, 'programme.missing')
		);
	}
	const anybody = await world.as(null);
	const url = `/api/programme-versions/${world.version}/diagnosis-quality`;
	expect((await anybody.inject({ method: 'GET', url })).statusCode).toBe(401);
});

test('the author sees what was chosen and how a cohort answered; a cohort elsewhere is no cohort', async () => {
	const leader = await world.as(world.leader);
	const at = (cohort: string) =>
		leader.call(getDiagnosisQuality, { params: { id: world.version }, querystring: { cohort } });
	const one = await at(world.cohort.id);
	expect(one).toMatchObject({
		value: { cohort: world.cohort.id, counted: 5, cohorts: [{ id: world.cohort.id, counted: 5 }] }
	});
	const { figures } = await look();
	const [first] = figures!.items;
	expect(first!.options.filter(({ right }) => right)).toEqual([
		expect.objectContaining({ percent: 100, flag: null })
	]);
	expect(first!.options.reduce((sum, { percent }) => sum + percent, 0)).toBe(100);
	expect(await at(randomUUID())).toEqual(refused(404, 'cohort.missing'));
});
