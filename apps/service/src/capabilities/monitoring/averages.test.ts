import { getMonitoring, getSiteMonitoring } from '@stazhirovka/contract/monitoring';
import { siteProducts, sites, statusPeriods } from '@stazhirovka/db/schema';
import { afterAll, expect, test } from 'vitest';
import { createWorld } from '../../testing/world.ts';

const world = await createWorld({ now: '2027-02-10T07:00:00Z' });
afterAll(world.close);
const { db, site, otherSite, region, organisation } = world;

const publish = (siteId: string, count: number) =>
	db.insert(siteProducts).values(
		Array.from({ length: count }, (_, n) => ({
			...{ siteId, kind: 'individual' as const, title: `Продукт ${n}`, publishedOn: '2026-11-10' }
		}))
	);

test('issue 7: a site whose status ended before the period is not in the regional average', async () => {
	await db.delete(statusPeriods);
	const [ended] = await db
		.insert(sites)
		.values({
			...site,
			id: undefined,
			key: 'ended',
			organisationId: organisation('org-48').id,
			code: 'ENDED'
		} as never)
		.returning();
	const term = { position: 0, state: 'active' as const };
	await db.insert(statusPeriods).values([
		{ ...term, siteId: site.id, fromDay: '2026-01-10', lastDay: '2028-01-09' },
		{ ...term, siteId: otherSite.id, fromDay: '2024-10-01', lastDay: '2026-10-01' },
		{ ...term, siteId: ended!.id, fromDay: '2024-01-10', lastDay: '2026-08-31' }
	]);
	await publish(site.id, 3);
	await publish(ended!.id, 8);

	const coordinator = await world.as(world.coordinator);
	const told = await coordinator.must(getMonitoring, { querystring: {} });
	const own = told.regions.find(({ id }) => id === region.id)!;
	expect(own.sites).toBe(2);
	expect(own.figures.products).toEqual({ kind: 'value', value: 1.5, part: 3, whole: 2 });
	expect(told.sites.find(({ id }) => id === ended!.id)?.figures.products).toMatchObject({ value: 8 });
	const leader = await world.as(world.leader);
	const beside = await leader.must(getSiteMonitoring, { params: { id: site.id }, querystring: {} });
	expect(beside.region.figures).toEqual(own.figures);
});
