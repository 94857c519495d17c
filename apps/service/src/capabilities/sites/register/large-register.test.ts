import { exportSites, listSites } from '@stazhirovka/contract/sites';
import { SITE_STATUSES } from '@stazhirovka/domain/sites';
import { afterAll, expect, test } from 'vitest';
import { makeManySites } from '../../../testing/many-sites.ts';
import { createWorld } from '../../../testing/world.ts';

const SITES = 5000;
const world = await createWorld();
afterAll(world.close);
await makeManySites(world.db, world.region.id, SITES);

const anybody = await world.as(null);
const ask = (querystring: Parameters<typeof anybody.must<typeof listSites>>[1]['querystring']) =>
	anybody.must(listSites, { querystring });

test('R6 a register of five thousand sites is read page by page, with its whole number', async () => {
	const first = await ask({});
	expect([first.items.length, first.total, first.pages]).toEqual([50, SITES + 2, 101]);
	const last = await ask({ page: 101 });
	expect(last.items).toHaveLength(2);
	expect(await ask({ page: 900 })).toMatchObject({ items: [], total: SITES + 2, pages: 101 });

	const all = await anybody.must(exportSites, { querystring: {} });
	const pages = await Promise.all([1, 50, 101].map((page) => ask({ page })));
	expect(pages.map(({ items }) => items[0]?.id)).toEqual(
		[all[0], all[2450], all[5000]].map((site) => site?.id)
	);
});

test('R34 the filter by status and the word on each card agree on any day', async () => {
	for (const on of ['2024-03-01', '2025-01-15', '2025-12-31', '2026-06-01', '2027-12-01']) {
		const all = await anybody.must(exportSites, { querystring: { on } });
		const counted = SITE_STATUSES.map((status) => all.filter((site) => site.status === status).length);
		const filtered = await Promise.all(
			SITE_STATUSES.map(async (status) => (await ask({ on, status })).total)
		);
		expect(filtered).toEqual(counted);
	}
});

test('words and choices narrow a large register together', async () => {
	const found = await ask({ q: 'зеленый емкие 4711', regulation: 'mariinsk' });
	expect(found.total).toBe(0);
	const { items } = await ask({ q: 'ЗЕЛЕНЫЙ ёмкие «4712' });
	expect(items).toEqual([]);
	const [site] = (await ask({ q: 'зеленый емкие класс 4712' })).items;
	expect(site).toMatchObject({
		theme: 'Ёмкие уроки в школе',
		organisation: expect.stringContaining('№ 4712')
	});
});
