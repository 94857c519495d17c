import * as contract from '@stazhirovka/contract/calibration';
import { programmeFile } from '@stazhirovka/db/seeds';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { wholeAnswer } from '../../testing/answer.ts';
import { makeCohort } from '../../testing/cohort.ts';
import { recorded } from '../../testing/records.ts';
import { refusing } from '../../testing/refused.ts';
import { createWorld, leaderOf, type World } from '../../testing/world.ts';
import { publishFile } from '../../testing/programmes.ts';

type Programme = {
	title: string;
	rubric: { criteria: { title: string; levels: { descriptor: string }[] }[] };
};

let world: World;
let answers: unknown[];
beforeAll(async () => {
	world = await createWorld();
	answers = [await example(world.cohort.id), await example(world.cohort.id)];
	await (await world.as(world.tutor)).must(contract.addExample, { params: { id: world.cohort.id } });
});
afterAll(() => world.close());

/** A published example; answers with what is in it. */
async function example(id: string): Promise<unknown> {
	const tutor = await world.as(world.tutor);
	const made = await tutor.must(contract.addExample, { params: { id } });
	const params = { id, example: made.id };
	const { sheet } = await tutor.must(contract.getExample, { params });
	const answer = wholeAnswer(sheet.definition) as never;
	await tutor.must(contract.publishExample, { params, body: { revision: 0, answer } });
	return answer;
}

/** A cohort of a new version of the same programme. */
async function cohortOf(key: string, change: (file: Programme) => void): Promise<string> {
	const ctx = world.contextOf(world.leader, [leaderOf(world.site.id)]);
	const file = structuredClone(programmeFile('adhd-lesson-12h')) as Programme;
	change(file);
	const programmeVersionId = await publishFile(ctx, file);
	const values = { key, siteId: world.site.id, programmeVersionId };
	const { id } = await makeCohort(world.db, values, [world.tutor, world.otherTutor]);
	return id;
}

const read = async (id: string) =>
	(await world.as(world.tutor)).must(contract.getCalibration, { params: { id } });
const take = async (id: string, by = world.tutor) =>
	(await world.as(by)).call(contract.takeExamplesOver, { params: { id } });

test('R116: a new version with the same criteria takes the published examples over, once, by one press', async () => {
	const id = await cohortOf('second', (file) => (file.title += ' (вторая версия)'));
	expect(await read(id)).toMatchObject({
		...{ examples: [], earlier: { version: 1, count: 2, changed: [] } },
		can: { add: true, takeOver: true }
	});
	const both = await Promise.all([take(id), take(id, world.otherTutor)]);
	expect(both.map((told) => (told.ok ? told.value.taken : told.refusal.code)).toSorted()).toEqual([
		2,
		'calibration.nothing_to_take'
	]);
	const { examples, earlier, can } = await read(id);
	expect(examples.map(({ publishedAt, tries }) => [publishedAt !== null, tries])).toEqual([
		[true, 0],
		[true, 0]
	]);
	expect([earlier, can.takeOver]).toEqual([null, false]);
	const tutor = await world.as(world.tutor);
	const params = { id, example: examples[0]!.id };
	expect((await tutor.must(contract.getExample, { params })).sheet.answer).toEqual(answers[0]);
	expect((await recorded(world.db, 'calibration.examples_taken_over', [id])).length).toBe(1);
});

test('R116: where a level of a criterion reads otherwise it is named, and nothing is taken over', async () => {
	let title = '';
	const id = await cohortOf('third', ({ rubric }) => {
		const [criterion] = rubric.criteria;
		title = criterion!.title;
		criterion!.levels[0]!.descriptor = 'Совсем другое описание уровня';
	});
	expect(await read(id)).toMatchObject({ earlier: { count: 2, changed: [title] }, can: { takeOver: false } });
	expect(await take(id)).toMatchObject(refusing(409, 'calibration.criteria_changed'));
	expect((await read(id)).examples).toEqual([]);
});

test('R167: nobody but those who run or lead the cohort takes examples over', async () => {
	for (const person of [world.otherLeader, world.stranger, world.interns[0]!])
		expect(await take(world.cohort.id, person)).toMatchObject(refusing(404, 'cohort.missing'));
});
