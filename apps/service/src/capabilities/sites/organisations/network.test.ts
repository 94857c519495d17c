import {
	changeNetwork,
	exportSites,
	getKeptSite,
	getSite,
	listRegisterChoices,
	type NetworkChange,
	type RegisterFilter
} from '@stazhirovka/contract/sites';
import { journal, municipalities, organisations } from '@stazhirovka/db/schema';
import { regulationFile } from '@stazhirovka/db/seeds';
import { eq, inArray } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { refused } from '../../../testing/refused.ts';
import { keeper as keeperOf } from '../../../testing/regulation.ts';
import { createWorld } from '../../../testing/world.ts';

const world = await createWorld();
afterAll(world.close);

const keeper = await world.as(world.coordinator);
const id = world.otherSite.id;
const params = { id };
const [dvorets, second, third] = ['org-dvorets', 'org-31', 'org-48'].map(
	(key) => world.organisation(key).id
) as [string, string, string];
const change = (body: NetworkChange, as = keeper) => as.call(changeNetwork, { params, body });
const faultsOf = async (body: NetworkChange) => {
	const answer = await change(body);
	if (answer.ok) return [];
	const { problem } = answer.refusal;
	return ((problem.details?.faults ?? []) as { code: string }[])
		.map(({ code }) => code)
		.concat(problem.details ? [] : problem.code);
};
const join = (organisationId: string, minutes: string | null = 'протокол № 1') =>
	({ kind: 'join', organisationId, from: '2026-09-01', minutes }) as const;

test('without a regulation in force nothing is known about networks', async () => {
	expect(await faultsOf(join(second))).toEqual(['site.regulation_missing']);
	const draft = await keeperOf(keeper).put(regulationFile('kuzbass'));
	expect((await keeperOf(keeper).publish(draft, '2026-01-01')).ok).toBe(true);
});

test('R31 R32 a site becomes a network by minutes about its lead', async () => {
	expect(await faultsOf(join(second, null))).toEqual(['network.minutes_missing']);
	expect(await faultsOf(join(dvorets))).toEqual(['network.member_twice']);
	expect(await faultsOf(join(world.region.id))).toEqual(['network.organisation_unknown']);
	expect(await change(join(second))).toMatchObject({
		value: {
			network: {
				allowed: true,
				oneLeft: false,
				members: [
					{ organisationId: dvorets, isLead: true, joinedOn: '2026-01-20', minutes: 'протокол № 1' },
					{ organisationId: second, isLead: false, joinedOn: '2026-09-01' }
				]
			}
		}
	});
	expect(await faultsOf(join(third, null))).toEqual([]);
	expect(await faultsOf(join(third, null))).toEqual(['network.member_twice']);
});

test('R32 the lead changes by minutes, and the site passes to the organisation that leads', async () => {
	const lead = { kind: 'lead', organisationId: second, from: '2026-11-01', minutes: 'протокол № 2' } as const;
	expect(await faultsOf({ ...lead, minutes: '' })).toEqual(['network.minutes_missing']);
	const answers = await Promise.all([change(lead), change(lead)]);
	expect(answers.filter(({ ok }) => ok)).toHaveLength(1);

	const site = await keeper.must(getKeptSite, { params });
	expect(site.organisation.id).toBe(second);
	expect(site.network.members.filter(({ leftOn }) => leftOn === '2026-10-31')).toHaveLength(2);
	const before = await keeper.must(getSite, { params, querystring: { on: '2026-10-31' } });
	const after = await keeper.must(getSite, { params, querystring: { on: '2026-11-01' } });
	const leadOf = ({ members }: typeof before) =>
		members.find(({ isLead }) => isLead)?.organisation.match(/\d+/)?.[0];
	expect([leadOf(before), leadOf(after)]).toEqual(['77', '331']);
	expect([before.members.length, after.members.length]).toEqual([3, 3]);
});

test('R34 the register and the passport of a day name the organisation that led on it', async () => {
	const [town] = await world.db
		.insert(municipalities)
		.values({ regionId: world.region.id, title: 'Заозёрный округ' })
		.returning();
	await world.db.update(organisations).set({ municipalityId: town!.id }).where(eq(organisations.id, dvorets));

	const numberOf = (title?: string) => title?.match(/\d+/)?.[0];
	const listed = async (querystring: RegisterFilter) =>
		(await keeper.must(exportSites, { querystring })).find((site) => site.id === id);
	const days = ['2026-01-20', '2026-08-31', '2026-10-31', '2026-11-01', '2027-01-18'];
	const leads = await Promise.all(
		days.map(async (on) => {
			const passport = await keeper.must(getSite, { params, querystring: { on } });
			return [numberOf((await listed({ on }))?.organisation), numberOf(passport.organisation.title)];
		})
	);
	expect(leads).toEqual([
		['77', '77'],
		['77', '77'],
		['77', '77'],
		['331', '331'],
		['331', '331']
	]);

	const municipality = town!.id;
	expect((await listed({ on: '2026-10-31', municipality }))?.municipality).toBe('Заозёрный округ');
	expect(await listed({ on: '2026-11-01', municipality })).toBe(undefined);
	const { municipalities: choices } = await keeper.must(listRegisterChoices, {});
	expect(choices.map(({ value }) => value)).toEqual([municipality]);
});

test('R31 a site is found by the organisations that were in its network on the day', async () => {
	const found = async (on: string) =>
		(await keeper.must(exportSites, { querystring: { on, q: '331' } })).map((site) => site.id);
	expect([await found('2026-08-31'), await found('2026-09-01')]).toEqual([[], [id]]);
});

test('R31 a network whose lead leaves needs another one; the last organisation does not leave', async () => {
	const leave = { kind: 'leave', from: '2027-01-10', newLead: null, minutes: null } as const;
	expect(await faultsOf({ ...leave, organisationId: second })).toEqual(['network.lead_missing']);
	const handed = { ...leave, organisationId: second, newLead: dvorets, minutes: 'протокол № 3' };
	expect(await faultsOf(handed)).toEqual([]);
	expect(await faultsOf({ ...leave, organisationId: third })).toEqual([]);
	const site = await keeper.must(getKeptSite, { params });
	expect(site.network).toMatchObject({ oneLeft: true, mayStandAlone: true, can: { change: true } });
	expect(await faultsOf({ ...leave, organisationId: dvorets })).toEqual(['network.last_member']);

	const past = await keeper.must(getSite, { params, querystring: { on: '2026-12-01' } });
	expect(past.members).toHaveLength(3);
	const kinds = await world.db
		.select({ kind: journal.kind })
		.from(journal)
		.where(inArray(journal.kind, ['site.member_joined', 'site.member_left', 'site.lead_changed']));
	expect(kinds.map(({ kind }) => kind.split('.')[1])).toEqual([
		...['member_joined', 'member_joined', 'lead_changed', 'member_left', 'member_left']
	]);
});

test('R34 after the end of its status a site is read-only', async () => {
	world.at('2028-01-15T07:00:00Z');
	expect(await faultsOf(join(second))).toEqual(['site.status_over']);
	const site = await keeper.must(getKeptSite, { params });
	expect([site.standing?.status, site.network.can.change]).toEqual(['expired', false]);
	world.at('2027-01-18T07:00:00Z');
});

test('only the keeper of the region changes a network', async () => {
	for (const person of [world.leader, world.otherLeader, world.stranger]) {
		const visitor = await world.as(person);
		expect(await change(join(third), visitor)).toEqual(refused(404, 'site.missing'));
		expect(await visitor.call(getKeptSite, { params })).toEqual(refused(404, 'site.missing'));
	}
});
