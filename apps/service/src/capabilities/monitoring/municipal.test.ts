import * as contract from '@stazhirovka/contract/monitoring';
import { municipalities, organisations } from '@stazhirovka/db/schema';
import { firstFives } from '@stazhirovka/domain/indicators';
import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { makePast, PAST } from '../../testing/past.ts';
import { makePerson } from '../../testing/person.ts';
import { refused } from '../../testing/refused.ts';
import type { Visitor } from '../../testing/visitor.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { keepFigures } from './index.ts';

const YEAR = { from: '2026-09-01', to: '2027-08-31' };

let world: World;
let observer: Visitor;
let elsewhere: Visitor;
let past: string[];

/** A municipality, with the organisation of a site in it and somebody who watches over it. */
async function watched(title: string, organisationId?: string) {
	const { db, region } = world;
	const [town] = await db.insert(municipalities).values({ title, regionId: region.id }).returning();
	const id = town?.id ?? '';
	if (organisationId)
		await db.update(organisations).set({ municipalityId: id }).where(eq(organisations.id, organisationId));
	const scope = { kind: 'municipality' as const, id };
	return world.as(await makePerson(db, {}, [{ role: 'observer', scope }]));
}

beforeAll(async () => {
	world = await createWorld();
	past = await makePast(world, PAST);
	observer = await watched('Приморский округ', world.otherSite.organisationId);
	elsewhere = await watched('Пустой округ');
	await keepFigures(world.deps);
	return world.close;
});

const read = (by: Visitor, querystring: object = YEAR) =>
	by.must(contract.getMunicipalMonitoring, { querystring });
const cohortsOf = (by: Visitor, querystring: object = YEAR) =>
	by.must(contract.listMunicipalCohorts, { querystring });

test('R132: a methodical body sees the sites and cohorts of its municipality, and nothing of others', async () => {
	const { municipalities: towns, sites } = await read(observer);
	expect(towns.map(({ title }) => title)).toEqual(['Приморский округ']);
	expect(sites.map(({ id }) => id)).toEqual([world.otherSite.id]);
	const { cohorts } = await cohortsOf(observer);
	expect(cohorts.map(({ id }) => id)).toEqual([past[3]]);
	expect(cohorts[0]).toMatchObject({ enrolled: { value: 5 }, completion: { whole: 5 } });
	expect([await read(elsewhere), await cohortsOf(elsewhere)]).toMatchObject([
		{ sites: [], at: null },
		{ cohorts: [], next: null }
	]);
});

test('R167: an observer reads no names, opens no records and enters neither region, site nor summary', async () => {
	const told = JSON.stringify([await read(observer), await cohortsOf(observer)]);
	for (const { surname } of [...world.interns, world.tutor, world.leader])
		expect(told).not.toContain(surname);
	const params = { id: world.otherSite.id };
	expect(await observer.call(contract.getMonitoring, { querystring: {} })).toEqual(
		refused(404, 'monitoring.missing')
	);
	expect(await observer.call(contract.getSiteMonitoring, { params, querystring: {} })).toEqual(
		refused(404, 'site.missing')
	);
	for (const asked of [{}, { site: params.id }, { cohort: past[3] }]) {
		const querystring = { indicator: 'completion' as const, ...asked };
		const answer = await observer.call(contract.listIndicatorRecords, { querystring });
		expect(answer).toMatchObject({ ok: false, refusal: { status: 404 } });
	}
});

test('R132: for everybody who watches over no municipality there is no such page', async () => {
	const people = [world.coordinator, world.leader, world.tutor, world.interns[0]!, world.stranger];
	const visitors = await Promise.all(people.map((person) => world.as(person)));
	const scope = { kind: 'region' as const, id: world.region.id };
	visitors.push(await world.as(await makePerson(world.db, {}, [{ role: 'observer', scope }])));
	for (const visitor of visitors)
		for (const endpoint of [contract.getMunicipalMonitoring, contract.listMunicipalCohorts])
			expect(await visitor.call(endpoint, { querystring: {} })).toEqual(refused(404, 'monitoring.missing'));
});

test('R167: whatever days are asked for, people are told of in whole fives of each cohort, the same in lists and sums', async () => {
	const days = fc.constantFrom(
		'2026-05-01',
		'2026-05-30',
		'2026-12-20',
		'2026-12-25',
		'2027-03-31',
		'2027-08-31'
	);
	await fc.assert(
		fc.asyncProperty(days, days, async (one, other) => {
			const period = one <= other ? { from: one, to: other } : { from: other, to: one };
			const [{ sites }, { cohorts }] = await Promise.all([
				read(observer, period),
				cohortsOf(observer, period)
			]);
			const ended = cohorts.filter(({ endsOn }) => endsOn <= period.to);
			const sum = (part: 'part' | 'whole') =>
				ended.reduce((all, { completion: c }) => all + (c?.kind === 'value' ? c[part] : 0), 0);
			for (const { figures } of sites) {
				const { completion, tasks_in_time: tasks, effect_cards: effect } = figures;
				for (const figure of [completion, tasks, effect])
					if (figure.kind === 'value') expect(figure.whole % 5).toBe(0);
				if (completion.kind === 'value')
					expect(completion).toMatchObject({ part: sum('part'), whole: sum('whole') });
			}
			for (const { enrolled } of cohorts) if (enrolled.kind === 'value') expect(enrolled.part % 5).toBe(0);
		}),
		{ numRuns: 20 }
	);
	// The order in which people came decides who is told of: of seven the first five.
	const came = Array.from({ length: 7 }, (_, n) => ({ id: String(n), at: n }));
	const { cohorts } = await cohortsOf(observer);
	const completed = firstFives(came).filter(({ at }) => at % 3 !== 0).length;
	expect(cohorts[0]?.completion).toMatchObject({ part: completed, whole: 5 });
});
