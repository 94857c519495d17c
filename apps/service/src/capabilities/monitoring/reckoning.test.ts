import * as contract from '@stazhirovka/contract/monitoring';
import { cohortReckonings, journal } from '@stazhirovka/db/schema';
import { eq, sql } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { live } from '../../testing/history.ts';
import { makePerson } from '../../testing/person.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { keepFigures } from './index.ts';

let world: World;
beforeAll(async () => {
	world = await createWorld();
	return world.close;
});

test('a cohort is counted again when something is written about days long past', async () => {
	const { cohort } = world;
	await keepFigures(world.deps);
	const reckoned = () =>
		world.db
			.select({ at: cohortReckonings.reckonedAt })
			.from(cohortReckonings)
			.where(eq(cohortReckonings.cohortId, cohort.id));
	const later = { ...world.deps, now: () => new Date('2028-01-01T00:00:00Z') };
	await world.db.update(cohortReckonings).set({ seen: sql`uuidv7()` });
	await keepFigures(later);
	expect((await reckoned())[0]!.at.getTime()).toBeLessThan(later.now().getTime());
	await world.db.insert(journal).values({
		...{ at: new Date('2026-01-01'), kind: 'task.sent', subjectId: cohort.id, cohortId: cohort.id, data: {} }
	});
	await keepFigures(later);
	expect(await reckoned()).toEqual([{ at: later.now() }]);
});

test('a cursor that is not ours begins from the top', async () => {
	world.at('2027-02-27T07:00:00Z');
	const leader = await world.as(world.leader);
	const days = { from: '2026-09-01', to: '2027-08-31' };
	const querystring = { ...days, indicator: 'completion' as const, site: world.site.id };
	const deeds = { cameAt: 1, completed: true, task: null, effect: null, card: null };
	await live(world.db, world.cohort.id, await makePerson(world.db), deeds);
	await keepFigures(world.deps);
	const top = await leader.must(contract.listIndicatorRecords, { querystring });
	expect(top.cohorts).toHaveLength(1);
	const id = world.cohort.id;
	for (const after of [`2026-99-99~${'-'.repeat(36)}`, `2026-02-31~${id}`, `2026-02-01 25:00:00+00~${id}`])
		expect(
			await leader.must(contract.listIndicatorRecords, { querystring: { ...querystring, after } })
		).toEqual(top);
});
