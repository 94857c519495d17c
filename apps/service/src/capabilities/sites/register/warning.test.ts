import { outbox } from '@stazhirovka/db/schema';
import { longDate } from '@stazhirovka/domain/certificates';
import { and, asc, eq, like } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { publishRules, siteUnder } from '../../../testing/sites.ts';
import { createWorld } from '../../../testing/world.ts';
import { warnOfEndings } from '../index.ts';

const world = await createWorld({ now: '2027-01-18T07:00:00Z' });
afterAll(world.close);
await publishRules(world, 'lenobl');
const site = await siteUnder(world, 'lenobl', { from: '2026-01-01', lastDay: '2027-04-30' });
const far = await siteUnder(world, 'lenobl', { from: '2026-01-01', lastDay: '2027-12-31' });

const lettersTo = async (to: string) => {
	const about = and(eq(outbox.to, to), like(outbox.subject, 'Срок статуса заканчивается%'));
	return (await world.db.select().from(outbox).where(about).orderBy(asc(outbox.id))).map(({ text }) => text);
};
const counts = async () =>
	(await Promise.all([site.leader, world.coordinator, far.leader].map(({ email }) => lettersTo(email)))).map(
		(letters) => letters.length
	);

test.each([
	['2027-01-29T07:00:00Z', 0],
	['2027-01-30T07:00:00Z', 1],
	['2027-02-20T07:00:00Z', 1],
	['2027-03-31T07:00:00Z', 2],
	['2027-04-23T07:00:00Z', 3],
	['2027-04-30T07:00:00Z', 3],
	['2027-05-01T07:00:00Z', 3]
])('R25: on %s the leader and the keeper have %i letters each, whoever writes them', async (now, letters) => {
	world.at(now);
	await Promise.all([warnOfEndings(world.deps), warnOfEndings(world.deps)]);
	expect(await counts()).toEqual([letters, letters, 0]);
});

test('R25: a letter names the site, its last day and what is left, and leads to where it is worked on', async () => {
	const [first] = await lettersTo(site.leader.email);
	expect(first).toContain(`– «${site.title}»: ${longDate('2027-04-30')}, осталось дней: 90`);
	expect(first?.endsWith('/leader')).toBe(true);
	expect((await lettersTo(world.coordinator.email))[0]?.endsWith('/coordinator/sites')).toBe(true);
});
