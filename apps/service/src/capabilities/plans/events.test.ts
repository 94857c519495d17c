import { listEventChoices, listPublicEvents, readEventsCalendar } from '@stazhirovka/contract/plans';
import { planRows, plans } from '@stazhirovka/db/schema';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { planner, rowUnder } from '../../testing/plans.ts';
import { publishRules, siteUnder } from '../../testing/sites.ts';
import { createWorld, type World } from '../../testing/world.ts';

let world: World;
let siteId: string;

beforeAll(async () => {
	world = await createWorld({ now: '2026-11-01T07:00:00Z' });
	await publishRules(world, 'lenobl');
	const site = await siteUnder(world, 'lenobl');
	siteId = site.id;
	const plan = planner(site.visitor);
	const begun = await plan.begin(siteId);
	const planId = begun.ok ? begun.value.id : '';
	for (const [title, from, isPublic] of [
		['Открытый урок', '2026-11-10', true],
		['Конференция', '2027-02-28', true],
		['Внутренняя встреча', '2026-11-12', false]
	] as const)
		await plan.add(planId, rowUnder('lenobl', { title, from, lastDay: from, isPublic }));
	await world.db.update(plans).set({ state: 'in_force' }).where(eq(plans.id, planId));
});
afterAll(() => world.close());

async function titles(querystring: object): Promise<string[]> {
	const guest = await world.as(null);
	return (await guest.must(listPublicEvents, { querystring })).map(({ title }) => title);
}

test('R146 anybody sees the open events of sites, by region, site, format and month', async () => {
	const { region } = world;
	const [row] = await world.db.select({ format: planRows.format }).from(planRows).limit(1);
	expect(await titles({})).toEqual(['Открытый урок', 'Конференция']);
	expect(await titles({ month: '2027-02' })).toEqual(['Конференция']);
	expect(await titles({ region: region.id, siteId, format: row?.format })).toHaveLength(2);
	expect(await titles({ region: siteId })).toEqual([]);
	expect(await titles({ format: 'другой' })).toEqual([]);
	expect(await (await world.as(null)).must(listEventChoices, {})).toMatchObject({
		regions: [{ value: region.id }],
		sites: [{ value: siteId }],
		formats: [row?.format]
	});
});

test('R146 the same events are taken into a calendar program', async () => {
	const guest = await world.as(null);
	const { url } = readEventsCalendar;
	const { body, headers } = await guest.inject({ method: 'GET', url: `/api${url}?month=2026-11` });
	expect(headers['content-type']).toBe('text/calendar; charset=utf-8');
	expect(body.match(/SUMMARY:.*/g)?.map((line) => line.trim())).toEqual(['SUMMARY:Открытый урок']);
});
