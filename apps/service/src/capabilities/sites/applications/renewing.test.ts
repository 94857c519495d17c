import { beginApplication, listRenewals } from '@stazhirovka/contract/applications';
import { getSite, listCandidates } from '@stazhirovka/contract/sites';
import { applications, people, sites } from '@stazhirovka/db/schema';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { faultsOf, openDesk, orderOf, READY } from '../../../testing/granting.ts';
import { makePerson } from '../../../testing/person.ts';
import { refused } from '../../../testing/refused.ts';
import { siteUnder } from '../../../testing/sites.ts';
import { createWorld, type World } from '../../../testing/world.ts';
import { statusPeriodsOf } from '../acts/status-store.ts';

let world: World;
let desk: Awaited<ReturnType<typeof openDesk>>;
let author: Awaited<ReturnType<typeof makePerson>>;

beforeAll(async () => {
	world = await createWorld();
	desk = await openDesk(world);
	author = await makePerson(world.db);
	const organisationId = world.organisation('org-912').id;
	await world.db.update(people).set({ organisationId }).where(eq(people.id, author.id));
});
afterAll(() => world.close());

const TERM = { from: '2027-07-01', lastDay: '2030-06-30' };
const body = (siteId: string) => ({
	...{ regulation: 'lenobl', title: 'На новый срок', theme: 'Своя тема', siteId }
});

test('a new term is asked for one’s own site within 180 days of the end, under its regulation', async () => {
	const visitor = await world.as(author);
	const [ending, early] = [
		await siteUnder(world, 'lenobl', { lastDay: '2027-06-30' }),
		await siteUnder(world, 'lenobl')
	];
	const renewals = await visitor.must(listRenewals, {});
	expect(renewals.map(({ id }) => id)).toContain(ending.id);
	expect(renewals.map(({ id }) => id)).not.toContain(early.id);

	const begun = (siteId: string) => visitor.call(beginApplication, { body: body(siteId) });
	const other = await siteUnder(world, 'mariinsk', { lastDay: '2027-06-30' });
	expect(await begun(early.id)).toEqual(refused(409, 'application.renewal_early'));
	expect(await begun(other.id)).toEqual(refused(409, 'application.other_regulation'));
	expect(await begun(world.otherSite.id)).toEqual(refused(404, 'site.missing'));
	const first = await visitor.must(beginApplication, { body: body(ending.id) });
	expect(first.renews).toEqual({ id: ending.id, title: ending.title });
	expect((await visitor.must(beginApplication, { body: body(ending.id) })).id).toBe(first.id);
});

test('the act that grants a new term speaks of the same site: its code and its passport stay', async () => {
	const site = await siteUnder(world, 'lenobl', { lastDay: '2027-06-30' });
	const own = { organisationId: site.organisationId, renewsSiteId: site.id, theme: 'Продолжение' };
	const application = await desk.apply('lenobl', { ...READY, ...own });
	const [waiting] = await desk.coordinator.must(listCandidates, { querystring: {} });
	const candidate = waiting?.candidates.find(({ applicationId }) => applicationId === application.id);
	expect(candidate).toMatchObject({ code: site.code, offer: TERM });

	const before = await world.db.$count(sites);
	const soon = await desk.grant(orderOf(), [application], { from: '2027-06-30', lastDay: '2030-01-17' });
	expect(faultsOf(soon)).toEqual(['grants.0.from status.active_already']);
	expect(await desk.grant(orderOf(), [application], TERM)).toMatchObject({ value: { sites: [site.id] } });
	expect(await world.db.$count(sites)).toBe(before);
	expect((await statusPeriodsOf(world.db, site.id)).map(({ from, lastDay }) => [from, lastDay])).toEqual([
		['2025-09-01', '2027-06-30'],
		[TERM.from, TERM.lastDay]
	]);
	const passport = await desk.coordinator.must(getSite, { params: { id: site.id }, querystring: {} });
	expect(passport.history.map(({ kind }) => kind)).toEqual(['grant', 'grant']);
	const [row] = await world.db.select().from(applications).where(eq(applications.id, application.id));
	expect(row).toMatchObject({ state: 'granted', siteId: site.id });
});

test('two acts about one site at once: one grants the term, the other is told', async () => {
	const site = await siteUnder(world, 'lenobl', { lastDay: '2027-06-30' });
	const own = { ...READY, organisationId: site.organisationId, renewsSiteId: site.id };
	const rivals = [await desk.apply('lenobl', own), await desk.apply('lenobl', own)];
	const answers = await Promise.all(rivals.map((rival) => desk.grant(orderOf(), [rival], TERM)));
	expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true]);
	expect(answers.flatMap((answer) => faultsOf(answer))).toContain('grants.0.from status.active_already');
});

test('one organisation has one status of a theme at a time, also when two are granted at once', async () => {
	const theme = 'Наставничество';
	const own = { ...READY, theme, title: 'Первая' };
	const rivals = [
		await desk.apply('lenobl', own),
		await desk.apply('lenobl', { ...own, theme: '«наставничество»' })
	];
	expect(faultsOf(await desk.grant(orderOf(), rivals))).toEqual(['grants.1 status.theme_taken']);
	const answers = await Promise.all(rivals.map((rival) => desk.grant(orderOf(), [rival])));
	expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true]);
	const told = answers.find(({ ok }) => !ok);
	expect(told).toMatchObject({
		refusal: { problem: { details: { faults: [{ code: 'status.theme_taken', limit: 'Первая' }] } } }
	});
	const other = await desk.apply('lenobl', { ...own, organisationId: world.organisation('org-48').id });
	expect(await desk.grant(orderOf(), [other])).toMatchObject({ ok: true });
});
