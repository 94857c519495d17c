import { getMonitoring } from '@stazhirovka/contract/monitoring';
import * as contract from '@stazhirovka/contract/schools';
import { getSummaryTable, listSummaryRecords } from '@stazhirovka/contract/summaries';
import { enrolments, municipalities, organisations } from '@stazhirovka/db/schema';
import { SCHOOL_KEYS } from '@stazhirovka/domain/indicators';
import type { SummaryDefinition } from '@stazhirovka/domain/summaries';
import { inArray } from 'drizzle-orm';
import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, expect, test } from 'vitest';
import { makeCohort } from '../../testing/cohort.ts';
import { makePerson } from '../../testing/person.ts';
import { recorded } from '../../testing/records.ts';
import { refused } from '../../testing/refused.ts';
import { reportingSite } from '../../testing/reports.ts';
import { publishRules } from '../../testing/sites.ts';
import { createWorld } from '../../testing/world.ts';

const world = await createWorld();
afterAll(world.close);
await publishRules(world, 'lenobl', 'kuzbass');
const { db, region } = world;
const coordinator = await world.as(world.coordinator);
const YEAR = 2026;
const PERIOD = { from: '2026-09-01', to: '2027-08-31' };

const towns = await db
	.insert(municipalities)
	.values(['Ближний район', 'Дальний район'].map((title) => ({ title, regionId: region.id })))
	.returning();
const schools = await db
	.insert(organisations)
	.values(
		Array.from({ length: 4 }, (_, n) => ({
			...{ title: `СОШ № ${n}`, shortTitle: `СОШ № ${n}`, kind: 'sending' as const, regionId: region.id },
			municipalityId: towns[n % 2]?.id
		}))
	)
	.returning();
const site = await reportingSite(world, 'lenobl');
const places = { programmeVersionId: world.version, endsOn: '2027-03-31' };
const cohorts = [
	await makeCohort(db, { ...places, siteId: site.id, key: 'schools-1' }, []),
	await makeCohort(db, { ...places, siteId: world.otherSite.id, key: 'schools-2' }, [])
];

/** Teachers of a school in a cohort. */
async function teach(
	school: number,
	cohort: number,
	count: number,
	state: 'confirmed' | 'completed' = 'confirmed'
) {
	for (let n = 0; n < count; n += 1) {
		const { id: personId } = await makePerson(db, { organisationId: schools[school]?.id });
		await db.insert(enrolments).values({ cohortId: cohorts[cohort]?.id ?? '', personId, state });
	}
}
async function name(school: number): Promise<string> {
	const id = randomUUID();
	const fields = { year: YEAR, source: 'Приказ комитета № 5', link: null };
	const body = { ...fields, organisationId: schools[school]?.id ?? '' };
	await coordinator.must(contract.nameLowResultSchool, { params: { id }, body });
	return id;
}
const list = () => coordinator.must(contract.listLowResultSchools, { querystring: { year: YEAR } });
const definition: SummaryDefinition = {
	...{ subject: 'school', measures: [...SCHOOL_KEYS], comparison: 'none', chart: 'none' },
	period: { kind: 'days', ...PERIOD },
	filters: { sites: [], municipalities: [], regulations: [], programmes: [] },
	sort: { by: 'title', order: 'up' }
};
const asked = (filters: Partial<SummaryDefinition['filters']> = {}) => ({
	definition: JSON.stringify({ ...definition, filters: { ...definition.filters, ...filters } })
});
const table = (filters = {}) => coordinator.must(getSummaryTable, { querystring: asked(filters) });
async function forget() {
	for (const { id } of (await list()).schools)
		await coordinator.must(contract.removeLowResultSchool, { params: { id } });
	await db.delete(enrolments).where(
		inArray(
			enrolments.cohortId,
			cohorts.map(({ id }) => id)
		)
	);
}
afterEach(forget);
const value = (part: number, whole = part) => ({ kind: 'value', part, whole });

test('R130: results of a listed school are told once, taken back with a trace, and count as they moved', async () => {
	const id = await name(0);
	const result = {
		title: 'Средний балл ОГЭ',
		before: 3.1,
		now: 3.4,
		better: 'higher',
		origin: 'отчёт школы'
	} as const;
	const tell = (change: string, body: object = {}) =>
		coordinator.call(contract.tellSchoolChange, { params: { id, change }, body: { ...result, ...body } });
	const change = randomUUID();
	const pressed = await Promise.all([tell(change), tell(change), tell(change)]);
	expect(pressed.map(({ ok }) => ok)).toEqual([true, true, true]);
	expect(await tell(change, { now: 3 })).toEqual(refused(409, 'schools.told_otherwise'));
	expect(await tell(randomUUID(), { title: 'средний балл ОГЭ' })).toEqual(
		refused(409, 'schools.told_already')
	);
	// The same form of another school is a conflict, not a result told twice; nothing of it is kept.
	const elsewhere = { params: { id: await name(1), change }, body: result };
	expect(await coordinator.call(contract.tellSchoolChange, elsewhere)).toEqual(
		refused(409, 'schools.told_otherwise')
	);
	expect((await recorded(db, 'school_change', [change])).map(({ kind }) => kind)).toEqual([
		'school_change.told'
	]);
	await tell(randomUUID(), { title: 'Доля двоек на ВПР, %', before: 12, now: 14, better: 'lower' });
	await tell(randomUUID(), { title: 'Доля второгодников, %', before: 2, now: 2, better: 'lower' });
	const {
		schools: [school],
		summary
	} = await list();
	expect(school?.changes.map(({ moved }) => moved)).toEqual(['same', 'worse', 'better']);
	expect(summary.figures.school_dynamics).toEqual({ ...value(1, 3), value: 33.3 });
	const params = { id, change };
	await coordinator.must(contract.removeSchoolChange, { params });
	expect(await coordinator.call(contract.removeSchoolChange, { params })).toEqual(
		refused(404, 'school_change.missing')
	);
	expect((await list()).summary.figures.school_dynamics).toEqual({ ...value(0, 2), value: 0 });
	expect((await recorded(db, 'school_change', [change])).map(({ kind }) => kind)).toEqual([
		'school_change.told',
		'school_change.removed'
	]);
	const leader = await world.as(world.leader);
	expect(
		await leader.call(contract.tellSchoolChange, { params: { id, change: randomUUID() }, body: result })
	).toEqual(refused(404, 'schools.missing'));
});

test('R130, R167: a site and its events are told where five of a school learn there, and an event once', async () => {
	for (const school of [0, 1]) await name(school);
	await site.hold({ title: 'Выезд', participants: 9, heldOn: '2026-11-10' });
	await site.hold({ title: 'Раньше', participants: 9, heldOn: '2026-08-31' });
	await teach(0, 0, 4, 'completed');
	await teach(0, 1, 1);
	const scattered = await list();
	expect(scattered.schools[0]).toMatchObject({
		...{ sites: [], figures: { school_participation: value(5), school_events: value(0) } }
	});
	await teach(0, 0, 1, 'completed');
	await teach(1, 0, 5);
	const { schools: told, summary, indicators } = await list();
	// Reports have a number of participants and nobody's school, so no more than that is claimed.
	const events = indicators.find(({ key }) => key === 'school_events');
	expect(events?.formula).toContain('из какой школы пришли участники, отчёты не говорят');
	expect(told.map(({ sites }) => sites.map(({ id }) => id))).toEqual([[site.id], [site.id]]);
	expect(told.map(({ figures }) => figures.school_events)).toMatchObject([value(1), value(1)]);
	expect(summary).toMatchObject({ schools: 2, taught: 2 });
	expect(summary.figures).toMatchObject({
		...{ school_participation: value(10), school_completion: value(5), school_events: value(1) }
	});
});

test('R130: the page, monitoring and a summary say the same, and every number opens what it is made of', async () => {
	const ids = [await name(0), await name(1)];
	await teach(0, 0, 11);
	await teach(1, 0, 6, 'completed');
	const result = {
		title: 'Средний балл ОГЭ',
		before: 3,
		now: 4,
		better: 'higher',
		origin: 'отчёт школы'
	} as const;
	const params = { id: ids[0] ?? '', change: randomUUID() };
	await coordinator.must(contract.tellSchoolChange, { params, body: result });

	const { schools: told, summary, at } = await list();
	const { rows, total, columns, at: counted } = await table();
	expect(counted).toBe(at);
	expect(rows.map(({ cells }) => cells)).toEqual(
		told.map(({ figures }) => SCHOOL_KEYS.map((key) => figures[key]))
	);
	expect(total).toEqual(SCHOOL_KEYS.map((key) => summary.figures[key]));
	const { schools: together } = await coordinator.must(getMonitoring, { querystring: PERIOD });
	expect(together).toMatchObject({ listed: 2, figures: summary.figures });
	expect(together.before.school_participation).toEqual({ kind: 'few' });

	for (const [place, { measure }] of columns.entries())
		for (const row of rows) {
			const cell = row.cells[place];
			const querystring = { ...asked(), row: row.key, measure, span: 0 };
			const behind = await coordinator.must(listSummaryRecords, { querystring });
			expect(behind.figure).toEqual(cell);
			const whole = behind.schools.reduce(
				(sum, { figure }) => sum + (figure.kind === 'value' ? figure.whole : 0),
				0
			);
			expect(whole || behind.records.length).toBe(cell?.kind === 'value' ? cell.whole : 0);
		}
	const leader = await world.as(world.leader);
	expect((await leader.must(getSummaryTable, { querystring: asked() })).rows).toEqual([]);
});

test('R167: however schools are listed, put together and asked for, no answers and no differences tell of fewer than five', async () => {
	const step = fc.record({
		school: fc.nat(3),
		cohort: fc.nat(1),
		count: fc.integer({ min: 1, max: 7 }),
		completed: fc.boolean()
	});
	await fc.assert(
		fc.asyncProperty(
			fc.array(step, { minLength: 2, maxLength: 5 }),
			fc.subarray([0, 1, 2, 3]),
			async (steps, named) => {
				await forget();
				for (const { school, cohort, count, completed } of steps)
					await teach(school, cohort, count, completed ? 'completed' : 'confirmed');
				const seen: number[] = [];
				const look = async () => {
					const { schools: rows, summary, deficits } = await list();
					const both = await Promise.all([
						table(),
						...towns.map(({ id }) => table({ municipalities: [id] }))
					]);
					const figures = [...rows.map(({ figures }) => figures), summary.figures];
					const people = figures.flatMap((one) => [one.school_participation, one.school_completion]);
					const cells = both.flatMap(({ rows, total }) =>
						[...rows.map(({ cells }) => cells), ...(total ? [total] : [])].flatMap(([first, second]) => [
							first,
							second
						])
					);
					for (const cell of [...people, ...cells]) if (cell?.kind === 'value') seen.push(cell.part);
					for (const { completed } of deficits) if (completed !== null) seen.push(completed);
					for (const { sites, figures } of rows)
						if (sites.length) expect(figures.school_participation.kind).toBe('value');
				};
				await look();
				for (const school of named) {
					await name(school);
					await look();
				}
				expect(seen.filter((count) => count % 5 !== 0 || count === 0)).toEqual([]);
			}
		),
		{ numRuns: 6 }
	);
});
