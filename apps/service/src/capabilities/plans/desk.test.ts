import { approvePlan, getPlan, getPlanDesk, returnPlan, type PlanShow } from '@stazhirovka/contract/plans';
import { getMe } from '@stazhirovka/contract/accounts';
import { municipalities, organisations, sites } from '@stazhirovka/db/schema';
import { eq } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { makePerson } from '../../testing/person.ts';
import { planner, rowUnder } from '../../testing/plans.ts';
import { refused } from '../../testing/refused.ts';
import { publishRules, siteUnder } from '../../testing/sites.ts';
import type { Visitor } from '../../testing/visitor.ts';
import { createWorld } from '../../testing/world.ts';

const world = await createWorld({ now: '2026-10-20T07:00:00Z' });
afterAll(world.close);
await publishRules(world, 'priozersk', 'lenobl');
const keeper = await world.as(world.coordinator);

/** A municipality with a school of its own and somebody who watches over it. */
async function municipality(title: string) {
	const { db, region } = world;
	const [town] = await db.insert(municipalities).values({ regionId: region.id, title }).returning();
	const [school] = await db
		.insert(organisations)
		.values({ title, shortTitle: title, kind: 'host', regionId: region.id, municipalityId: town!.id })
		.returning();
	const scope = { kind: 'municipality' as const, id: town!.id };
	const person = await makePerson(db, { position: 'методист' }, [{ role: 'observer', scope }]);
	return { school: school!, observer: await world.as(person) };
}

/** A plan of a site of this school that was sent. */
async function sentAt(organisationId: string, key: 'priozersk' | 'lenobl' = 'priozersk', lastDay?: string) {
	const site = await siteUnder(world, key, lastDay ? { lastDay } : {});
	await world.db.update(sites).set({ organisationId }).where(eq(sites.id, site.id));
	const leader = planner(site.visitor);
	const begun = await leader.begin(site.id, '2026-09-01', '2027-08-31');
	const id = begun.ok ? begun.value.id : '';
	await leader.add(id, rowUnder(key));
	await leader.send(id);
	return { site, leader, id };
}

const desk = (by: Visitor, show?: PlanShow, search?: string) =>
	by.must(getPlanDesk, { querystring: { show, search } });
const idsOf = async (...asked: Parameters<typeof desk>) => (await desk(...asked)).lines.map(({ id }) => id);

test('R57: an observer of a municipality finds its plans that wait, agrees one and gives one back', async () => {
	const { school, observer } = await municipality('Приозёрный район');
	const [one, two] = [await sentAt(school.id), await sentAt(school.id)];
	const elsewhere = await sentAt((await municipality('Дальний район')).school.id);

	const { counts, lines, total } = await desk(observer);
	expect([counts, total]).toEqual([{ waiting: 2, returned: 0, in_force: 0 }, 2]);
	expect(lines.map(({ id }) => id).sort()).toEqual([one.id, two.id].sort());
	expect(lines[0]).toMatchObject({
		...{ name: 'план деятельности МСП', state: 'sent', signedOn: '2026-10-20' },
		steps: [{ kind: 'agreement', by: 'информационно-методический отдел МОУ ДО ЦИТ' }]
	});
	expect(await idsOf(observer, 'waiting', one.site.title)).toEqual([one.id]);
	expect(await idsOf(observer, 'waiting', '%')).toEqual([]);

	const revision = async (id: string) => (await observer.must(getPlan, { params: { id } })).revision;
	await observer.must(approvePlan, {
		params: { id: one.id },
		body: { revision: await revision(one.id), kind: 'agreement', paper: null }
	});
	const reason = 'Назовите продолжительность занятий';
	const giveBack = { revision: await revision(two.id), reason };
	await observer.must(returnPlan, { params: { id: two.id }, body: giveBack });
	expect((await desk(observer)).counts).toEqual({ waiting: 0, returned: 1, in_force: 1 });
	expect(await idsOf(observer, 'in_force')).toEqual([one.id]);
	expect(await idsOf(observer, 'returned')).toEqual([two.id]);
	expect((await two.leader.read(two.id)).returnReason).toBe(reason);

	expect(await observer.call(getPlan, { params: { id: elsewhere.id } })).toEqual(
		refused(404, 'plan.missing')
	);
	expect((await observer.must(getMe, {})).me?.homes).toMatchObject({ municipality: true });
});

test('the keeper of a region has all its plans on the desk, and nobody else has any', async () => {
	const { school } = await municipality('Лесной район');
	const { id, site } = await sentAt(school.id, 'lenobl');
	expect(await idsOf(keeper, 'waiting', site.title)).toEqual([id]);
	for (const visitor of [site.visitor, await world.as(world.tutor), await world.as(world.stranger)])
		expect(await desk(visitor)).toMatchObject({ total: 0, lines: [] });
	expect((await site.visitor.must(getMe, {})).me?.homes.municipality).toBe(false);
});

test('R34: a plan of a site whose status is over waits for nobody', async () => {
	const { school, observer } = await municipality('Бывший район');
	const { id } = await sentAt(school.id, 'priozersk', '2026-10-20');
	expect(await idsOf(observer)).toEqual([id]);
	world.at('2026-10-21T07:00:00Z');
	expect(await idsOf(observer)).toEqual([]);
	world.at('2026-10-20T07:00:00Z');
});
