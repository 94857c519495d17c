import * as contract from '@stazhirovka/contract/monitoring';
import { getSummaryTable } from '@stazhirovka/contract/summaries';
import { municipalities, organisations } from '@stazhirovka/db/schema';
import type { Figure } from '@stazhirovka/domain/indicators';
import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { makePast } from '../../testing/past.ts';
import { makePerson } from '../../testing/person.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { keepFigures } from './index.ts';

/** Last days, one after another: the figures are stored once, and only the clock moves on. */
const COHORTS = [
	{ site: 'ours', endsOn: '2027-01-17', interns: 8 },
	{ site: 'ours', endsOn: '2027-01-18', interns: 6 },
	{ site: 'ours', endsOn: '2027-01-19', interns: 7 },
	{ site: 'ours', endsOn: '2027-03-31', interns: 9 },
	{ site: 'other', endsOn: '2027-01-18', interns: 13 },
	{ site: 'other', endsOn: '2026-05-31', interns: 6 }
] as const;
const YEAR = { from: '2026-09-01', to: '2027-08-31' };

let world: World;
let ids: string[];
let observer: { id: string };

beforeAll(async () => {
	world = await createWorld();
	const { db, region, otherSite } = world;
	ids = await makePast(world, COHORTS);
	const [town] = await db
		.insert(municipalities)
		.values({ title: 'Приморский округ', regionId: region.id })
		.returning();
	const id = town?.id ?? '';
	await db
		.update(organisations)
		.set({ municipalityId: id })
		.where(eq(organisations.id, otherSite.organisationId));
	observer = await makePerson(db, {}, [{ role: 'observer', scope: { kind: 'municipality', id } }]);
	await keepFigures(world.deps);
	return world.close;
});

/** What `makePast` made of the first n interns: of every three two complete. */
const completed = (n: number) => Array.from({ length: n }, (_, at) => at).filter((at) => at % 3 !== 0).length;

function byHand(cohorts: readonly { interns: number }[], fives: boolean): Figure {
	const counts = cohorts.map(({ interns }) => (fives ? interns - (interns % 5) : interns));
	const whole = counts.reduce((sum, count) => sum + count, 0);
	const part = counts.reduce((sum, count) => sum + completed(count), 0);
	if (whole < 5) return { kind: 'few' };
	return { kind: 'value', value: Math.round((part * 1000) / whole) / 10, part, whole };
}

/** What everybody who may look is told of completion at a moment. */
async function told(moment: string, period = YEAR) {
	world.at(moment);
	const [coordinator, leader] = [await world.as(world.coordinator), await world.as(world.leader)];
	const seen = await coordinator.must(contract.getMonitoring, { querystring: period });
	const definition = JSON.stringify({
		...{ subject: 'site', measures: ['enrolled', 'completed', 'completion', 'tasks_in_time'] },
		...{ period: { kind: 'days', ...period }, comparison: 'none', chart: 'none' },
		filters: { sites: [], municipalities: [], regulations: [], programmes: [] },
		sort: { by: 'title', order: 'up' }
	});
	const table = await coordinator.must(getSummaryTable, { querystring: { definition } });
	const asked = { ...period, indicator: 'completion' as const };
	const { cohorts } = await leader.must(contract.listIndicatorRecords, {
		querystring: { ...asked, site: world.site.id }
	});
	const people = await Promise.all(
		ids.slice(0, 4).map(async (cohort) => {
			const querystring = { ...asked, cohort };
			return (await leader.must(contract.listIndicatorRecords, { querystring })).records.length;
		})
	);
	const watching = await world.as(observer);
	const list = await watching.must(contract.listMunicipalCohorts, { querystring: period });
	const figures = (site: { id: string }) => seen.sites.find(({ id }) => id === site.id)!.figures;
	return {
		...{ ours: figures(world.site), other: figures(world.otherSite), region: seen.regions[0]!.figures },
		...{ cohorts: cohorts.map(({ id }) => id), people, list: list.cohorts },
		cells: table.rows.find(({ key }) => key === world.site.id)!.cells
	};
}

test('R131: of completion a cohort is told from the day after its last, though nothing is written down meanwhile', async () => {
	const before = await told('2027-01-18T20:59:00Z');
	expect(before.ours.completion).toEqual(byHand([{ interns: 8 }], false));
	expect(before.other.completion).toEqual({ kind: 'few' });
	expect(before.region.completion).toEqual(byHand([{ interns: 8 }], true));
	expect([before.cohorts, before.people]).toEqual([[ids[0]], [8, 0, 0, 0]]);
	expect(before.list).toMatchObject([{ id: ids[4], enrolled: { value: 10 }, completion: null }]);

	const after = await told('2027-01-18T21:00:00Z');
	expect(after.ours.completion).toEqual(byHand([{ interns: 8 }, { interns: 6 }], false));
	expect(after.other.completion).toEqual(byHand([{ interns: 13 }], false));
	expect(after.region.completion).toMatchObject({ whole: 5 + 5 + 10 });
	expect([after.cohorts, after.people]).toEqual([
		[ids[1], ids[0]],
		[8, 6, 0, 0]
	]);
	expect(after.list).toMatchObject([{ id: ids[4], completion: byHand([{ interns: 13 }], true) }]);

	// What was done in a cohort that runs is done.
	expect(after.ours.tasks_in_time).toMatchObject({ whole: 8 + 6 + 7 + 9 });
	expect(before.ours.tasks_in_time).toEqual(after.ours.tasks_in_time);
});

test('R131, R134, R167: on any day and over any days completion is a count by hand of the cohorts that have ended', async () => {
	const first = fc.constantFrom('2026-05-01', '2026-09-01', '2027-01-18', '2027-01-19');
	const last = fc.constantFrom('2027-01-17', '2027-01-18', '2027-01-19', '2027-08-31');
	const today = fc.constantFrom('2027-01-17', '2027-01-18', '2027-01-19', '2027-01-20', '2027-04-01');
	await fc.assert(
		fc.asyncProperty(first, last, today, async (from, to, day) => {
			fc.pre(from <= to);
			const seen = await told(`${day}T07:00:00Z`, { from, to });
			const over = COHORTS.filter(({ endsOn }) => endsOn >= from && endsOn <= to && endsOn < day);
			const ours = over.filter(({ site }) => site === 'ours');
			const own = byHand(ours, false);
			expect(seen.ours.completion).toEqual(own);
			expect(seen.region.completion).toEqual(byHand(over, true));
			expect(seen.cohorts.length).toBe(ours.length);
			expect(seen.cells.slice(0, 3)).toMatchObject(
				own.kind === 'few' ? [own, own, own] : [{ value: own.whole }, { value: own.part }, own]
			);
			expect(seen.region.completion.kind === 'value' ? seen.region.completion.whole % 5 : 0).toBe(0);
		}),
		{ numRuns: 40 }
	);
});
