import { getSiteMonitoring, listIndicatorRecords } from '@stazhirovka/contract/monitoring';
import { siteReports } from '@stazhirovka/db/schema';
import { afterAll, expect, test } from 'vitest';
import { beginIn, whole } from '../../testing/reports.ts';
import { publishRules } from '../../testing/sites.ts';
import { createWorld } from '../../testing/world.ts';

const world = await createWorld({ now: '2027-05-20T07:00:00Z' });
afterAll(world.close);
await publishRules(world, 'lenobl', 'kuzbass');
const { db } = world;

test('R26: mismatches of a report on the day of handing in are counted and open the report', async () => {
	const { site, report, id } = await beginIn(world);
	const events = [{ event: 'Выезд, которого не было', form: 'выезд', participants: 3 }];
	const answer = { ...whole(report), events };
	expect((await site.submit(id, report.sheet.revision, answer as never)).ok).toBe(true);
	const asked = { params: { id: site.id }, querystring: {} };
	const monitoring = await site.visitor.must(getSiteMonitoring, asked);
	const found = (await site.read(id)).mismatches.found.length;
	expect(found).toBeGreaterThan(0);
	expect(monitoring.figures.report_matches_plan).toMatchObject({ value: found });
	expect(monitoring.mismatchGround).toBeNull();
	const querystring = { indicator: 'report_matches_plan', site: site.id } as const;
	const { records } = await site.visitor.must(listIndicatorRecords, { querystring });
	expect(records).toMatchObject([{ id, counted: true }]);
	expect(await db.$count(siteReports)).toBe(1);
});

test('R26: where the regulation sees a ground in it, the ground is told', async () => {
	const visitor = await world.as(world.coordinator);
	const asked = { params: { id: world.site.id }, querystring: {} };
	const told = await visitor.must(getSiteMonitoring, asked);
	expect(told.mismatchGround).toBe(
		'несоответствие реальной деятельности и деятельности, представленной в отчётах'
	);
});
