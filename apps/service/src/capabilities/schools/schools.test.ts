import {
	listLowResultSchools,
	nameLowResultSchool,
	removeLowResultSchool
} from '@stazhirovka/contract/schools';
import { enrolments, municipalities, organisations, people } from '@stazhirovka/db/schema';
import { eq, inArray } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import { afterAll, expect, test } from 'vitest';
import { makePerson } from '../../testing/person.ts';
import { recorded } from '../../testing/records.ts';
import { refused } from '../../testing/refused.ts';
import { createWorld } from '../../testing/world.ts';

const world = await createWorld();
afterAll(world.close);
const { db, region } = world;
const coordinator = await world.as(world.coordinator);
const YEAR = 2026;

const [town, elsewhere] = await db
	.insert(municipalities)
	.values(['Район', 'Другой район'].map((title) => ({ title, regionId: region.id })))
	.returning();

async function school(title: string, municipalityId = town?.id) {
	const [made] = await db
		.insert(organisations)
		.values({ title, shortTitle: title, kind: 'sending', regionId: region.id, municipalityId })
		.returning();
	return made?.id ?? '';
}
const observer = await makePerson(db, { surname: 'Наблюдатель' }, [
	{ role: 'observer', scope: { kind: 'municipality', id: town?.id ?? '' } }
]);
const municipal = await world.as(observer);
const SOURCE = { year: YEAR, source: 'Приказ комитета от 1 сентября 2026 г. № 5', link: null };
const name = (organisationId: string, id: string = randomUUID(), by = coordinator) =>
	by.call(nameLowResultSchool, { params: { id }, body: { ...SOURCE, organisationId } });
const list = (by = coordinator) => by.must(listLowResultSchools, { querystring: { year: YEAR } });

/** Figures of so many teachers, and of so many who completed. */
const told = (...counts: number[]) =>
	Object.fromEntries(
		['school_participation', 'school_completion'].map((key, n) => [
			key,
			counts[n] ? { kind: 'value', value: counts[n], part: counts[n], whole: counts[n] } : { kind: 'few' }
		])
	);

const first = await school('СОШ № 1');
const second = await school('СОШ № 2');
const far = await school('СОШ № 3', elsewhere?.id);

test('R130: a school is named once in a year by the paper that does, and is taken off with a trace', async () => {
	const id = randomUUID();
	expect((await name(first, id)).ok).toBe(true);
	expect((await name(first, id)).ok).toBe(true);
	expect(await name(second, id)).toEqual(refused(409, 'schools.named_otherwise'));
	expect(await name(first)).toEqual(refused(409, 'schools.listed_already'));
	expect((await list()).schools).toMatchObject([
		{ id, title: 'СОШ № 1', municipality: 'Район', source: SOURCE.source, figures: told(), sites: [] }
	]);
	expect((await list()).choices.map(({ title }) => title)).not.toContain('СОШ № 1');
	await coordinator.must(removeLowResultSchool, { params: { id } });
	expect(await coordinator.call(removeLowResultSchool, { params: { id } })).toEqual(
		refused(404, 'school.missing')
	);
	expect((await recorded(db, 'low_result_school', [id])).map(({ kind }) => kind)).toEqual([
		'low_result_school.named',
		'low_result_school.removed'
	]);
});

test('R130, R167: the summary tells of teachers in whole fives, of deficits by completed programmes, and of sites', async () => {
	await name(first);
	await name(second);
	const teachers = world.interns.map(({ id }) => id);
	await db
		.update(people)
		.set({ organisationId: first })
		.where(inArray(people.id, teachers.slice(0, 4)));
	const nothing = { schools: 2, taught: 0, figures: told() };
	const untold = { figures: told(), sites: [] };
	// Neither is it told on what four of them work.
	expect((await list()).deficits).toEqual([]);
	expect(await list()).toMatchObject({ summary: nothing, schools: [untold, untold] });
	const move = (n: number, organisationId: string) =>
		db
			.update(people)
			.set({ organisationId })
			.where(eq(people.id, teachers[n] ?? ''));
	// Four here and one there are five together, and still nothing is told: a reader adds and takes away schools.
	await move(4, second);
	expect((await list()).summary).toMatchObject(nothing);

	await move(4, first);
	await move(5, second);
	const five = await list();
	expect(five.summary).toMatchObject({ taught: 1, figures: told(5) });
	expect(five.schools).toMatchObject([{ figures: told(5), sites: [{ id: world.site.id }] }, untold]);
	expect(five.deficits.length).toBeGreaterThan(0);
	expect(five.deficits.every(({ completed }) => completed === null)).toBe(true);
	await db.update(enrolments).set({ state: 'completed' }).where(inArray(enrolments.personId, teachers));
	const done = await list();
	expect(done.summary.figures).toMatchObject(told(5, 5));
	expect(done.deficits.every(({ completed }) => completed === 5)).toBe(true);
});

test('R130: a municipality keeps its own list and sees no other; for everybody else there are none', async () => {
	expect(await name(far, randomUUID(), municipal)).toEqual(refused(404, 'organisation.missing'));
	const id = randomUUID();
	expect((await name(far, id)).ok).toBe(true);
	expect((await list(municipal)).schools.map(({ title }) => title)).toEqual(['СОШ № 1', 'СОШ № 2']);
	expect(await municipal.call(removeLowResultSchool, { params: { id } })).toEqual(
		refused(404, 'school.missing')
	);
	const third = await school('СОШ № 4');
	expect((await name(third, randomUUID(), municipal)).ok).toBe(true);
	for (const person of [world.leader, world.tutor, world.stranger]) {
		const visitor = await world.as(person);
		expect(await visitor.call(listLowResultSchools, { querystring: {} })).toEqual(
			refused(404, 'schools.missing')
		);
	}
});
