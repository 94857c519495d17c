import { getMeeting, listProposals } from '@stazhirovka/contract/councils';
import { sites, statusPeriods } from '@stazhirovka/db/schema';
import { regulationFile } from '@stazhirovka/db/seeds';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openCouncil } from '../../testing/council.ts';
import { createWorld, type World } from '../../testing/world.ts';

let world: World;
beforeAll(async () => {
	world = await createWorld({ now: '2027-01-18T07:00:00Z' });
});
afterAll(() => world.close());

test('of many sites a meeting and the book of proposals offer the first, the others by name, and none whose status is over', async () => {
	const own = await openCouncil(world, 'lenobl', regulationFile('lenobl') as Record<string, unknown>);
	const rows = Array.from({ length: 40 }, (_, n) => ({
		...{ regionId: world.region.id, organisationId: world.organisation('org-31').id, theme: 'Тема' },
		...{ title: `Площадка ${String(n).padStart(2, '0')}`, code: `9${n + 100}`, regulationKey: 'lenobl' }
	}));
	const [, ...others] = rows;
	const made = await world.db
		.insert(sites)
		.values([{ ...rows[0]!, regulationKey: 'primorye' }, ...others])
		.returning();
	const [, ended] = made;
	await world.db.insert(statusPeriods).values(
		made.map(({ id: siteId }) => ({
			...{ siteId, position: 0, state: 'active' as const, fromDay: '2026-09-01' },
			...{ lastDay: siteId === ended?.id ? '2027-01-17' : '2028-08-31', terminated: siteId === ended?.id }
		}))
	);

	const { id } = await own.plan();
	const meeting = async (site?: string) => {
		const { choices } = await own.coordinator.must(getMeeting, { params: { id }, querystring: { site } });
		return choices;
	};
	const book = (site?: string) => own.coordinator.must(listProposals, { querystring: { site } });
	for (const ask of [meeting, book]) {
		const { sites, moreSites } = await ask();
		expect([sites.length, moreSites]).toEqual([30, true]);
		const found = await ask('ПЛОЩАДКА 39');
		expect([found.sites.map(({ title }) => title), found.moreSites]).toEqual([['Площадка 39'], false]);
		expect((await ask('площадка 01')).sites).toEqual([]);
	}
	expect((await book('площадка 00')).sites).toEqual([]);
});
