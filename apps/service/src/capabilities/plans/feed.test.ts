import { openFeed } from '@stazhirovka/contract/plans';
import { planRows } from '@stazhirovka/db/schema';
import { afterAll, expect, test } from 'vitest';
import { planner, rowUnder } from '../../testing/plans.ts';
import { publishRules, siteUnder } from '../../testing/sites.ts';
import { createWorld } from '../../testing/world.ts';

const world = await createWorld({ now: '2026-11-20T07:00:00Z' });
afterAll(world.close);
await publishRules(world, 'primorye');

test('R146: a calendar tells of the past year and of all that is ahead, however many events there were before', async () => {
	const site = await siteUnder(world, 'primorye');
	const leader = planner(site.visitor);
	const begun = await leader.begin(site.id);
	const planId = begun.ok ? begun.value.id : '';
	await leader.add(
		planId,
		rowUnder('primorye', { title: 'Вскоре', from: '2026-12-01', lastDay: '2026-12-01' })
	);
	await leader.send(planId);
	const rows = (title: string, count: number, day: string) =>
		Array.from({ length: count }, (_, n) => ({
			...{
				planId,
				title: `${title} ${n}`,
				format: 'семинар',
				delivery: 'очно',
				responsible: 'Ольхова Т. В.'
			},
			...{ fromDay: day, lastDay: day, isPublic: true, cells: {} }
		}));
	await world.db
		.insert(planRows)
		.values([
			...rows('Давно', 600, '2025-10-01'),
			...rows('В этом году', 2, '2026-01-15'),
			...rows('Нескоро', 1, '2028-03-01')
		]);

	const { address } = await site.visitor.must(openFeed, { params: { id: site.id } });
	const guest = await world.as(null);
	for (const url of [new URL(address).pathname, `/api/site-calendars/${site.id}`]) {
		const { body } = await guest.inject({ method: 'GET', url });
		const titles = [...body.matchAll(/SUMMARY:(.*)/g)].map(([, title]) => title?.trim());
		const open = url.includes('site-calendars');
		expect(titles).toEqual(['В этом году 0', 'В этом году 1', ...(open ? [] : ['Вскоре']), 'Нескоро 0']);
	}
});
