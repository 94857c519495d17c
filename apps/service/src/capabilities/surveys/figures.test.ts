import { getSiteMonitoring, listIndicatorRecords } from '@stazhirovka/contract/monitoring';
import { followUpAnswers, journal, surveyAnswers } from '@stazhirovka/db/schema';
import fc from 'fast-check';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { createWorld } from '../../testing/world.ts';
import { keepFigures } from '../monitoring/index.ts';
import * as followUp from './follow-up-store.ts';
import * as survey from './store.ts';

const NOW = '2027-05-20T07:00:00Z';
const world = await createWorld({ now: NOW });
afterAll(world.close);
const { db } = world;
const leader = await world.as(world.leader);
beforeEach(async () => {
	await db.delete(surveyAnswers);
	await db.delete(followUpAnswers);
});

async function figures() {
	await keepFigures(world.deps);
	const asked = { params: { id: world.site.id }, querystring: { from: '2026-09-01', to: '2027-08-31' } };
	return (await leader.must(getSiteMonitoring, asked)).figures;
}

const say = (store: typeof survey, answer: object) =>
	db.transaction((tx) => store.insertAnswer(tx, world.cohort.id, answer as never));
const recommend = (s11: number) => say(survey, { s11 });
const use = (word: string) => say(followUp as never, { use: word });

test('R167: readiness to recommend is told over whole fives of answers, and the sixth changes nothing', async () => {
	for (const value of [10, 9, 8, 0]) await recommend(value);
	expect((await figures()).nps).toEqual({ kind: 'few' });
	await recommend(9);
	expect((await figures()).nps).toEqual({ kind: 'value', value: 40, part: 2, whole: 5 });
	for (const value of [0, 0, 0, 0]) await recommend(value);
	expect((await figures()).nps).toMatchObject({ value: 40, whole: 5 });
	await recommend(0);
	expect((await figures()).nps).toMatchObject({ value: -30, whole: 10 });
});

test('use some time after the document is a share of whole fives of answers', async () => {
	for (const word of ['regularly', 'sometimes', 'not_yet', 'sometimes', 'regularly', 'not_yet'])
		await use(word);
	expect((await figures()).follow_up_use).toEqual({ kind: 'value', value: 80, part: 4, whole: 5 });
});

test('R167: whatever comes in, a figure of the survey equals the count over its whole fives in their order', async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(fc.nat(10), { maxLength: 12 }), async (values) => {
			await db.delete(surveyAnswers);
			for (const value of values) await recommend(value);
			// Answers are not in the journal; a decision of the cohort has the figures counted as well.
			await db.insert(journal).values({
				...{ at: new Date(NOW), kind: 'cohort.changed', subjectId: world.cohort.id },
				...{ cohortId: world.cohort.id, data: {} }
			});
			const told = values.slice(0, values.length - (values.length % 5));
			const part = told.filter((one) => one >= 9).length - told.filter((one) => one <= 6).length;
			const { nps } = await figures();
			if (told.length === 0) expect(nps).toEqual({ kind: 'few' });
			else expect(nps).toMatchObject({ part, whole: told.length });
		}),
		{ numRuns: 8 }
	);
});

test('R167: nobody opens single answers behind a figure of a survey', async () => {
	for (const value of [10, 10, 10, 10, 10]) await recommend(value);
	const { nps } = await figures();
	expect(nps).toMatchObject({ value: 100 });
	const querystring = { indicator: 'nps', cohort: world.cohort.id } as const;
	expect(await leader.call(listIndicatorRecords, { querystring })).toMatchObject({
		refusal: { status: 404 }
	});
});
