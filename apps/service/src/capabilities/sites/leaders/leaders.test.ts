import {
	appointLeader,
	changeNetwork,
	getSite,
	getSiteLeaders,
	relieveLeader,
	type GivenAct
} from '@stazhirovka/contract/sites';
import { grants, journal, outbox, siteLeaders } from '@stazhirovka/db/schema';
import { and, eq, inArray } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { faultsOf, openDesk, orderOf, READY } from '../../../testing/granting.ts';
import { makePerson } from '../../../testing/person.ts';
import { refused } from '../../../testing/refused.ts';
import { siteUnder } from '../../../testing/sites.ts';
import { createWorld, type World } from '../../../testing/world.ts';
import { tidyLeaders } from './leading.ts';

let world: World;
let desk: Awaited<ReturnType<typeof openDesk>>;

beforeAll(async () => {
	world = await createWorld();
	desk = await openDesk(world);
});
beforeEach(() => world.at('2027-01-18T07:00:00Z'));
afterAll(() => world.close());

type Asked = { email: string; from?: string; act?: GivenAct };

function appoint(id: string, { email, from = '2027-01-18', act = orderOf() }: Asked, by = desk.coordinator) {
	const body = { act, email, position: 'deputy', from, minutes: null } as const;
	return by.call(appointLeader, { params: { id }, body });
}

async function holders(id: string): Promise<string[]> {
	const rows = await world.db
		.select({ personId: grants.personId })
		.from(grants)
		.where(and(eq(grants.role, 'leader'), eq(grants.scopeKind, 'site'), eq(grants.scopeId, id)));
	return rows.map(({ personId }) => personId);
}

test('R33: the right moves at once to whoever an act appoints, and both hear of it', async () => {
	const site = await siteUnder(world, 'lenobl');
	const next = await makePerson(world.db);
	const act = orderOf();
	expect(await appoint(site.id, { email: next.email.toUpperCase(), act })).toMatchObject({
		value: {
			network: false,
			leaders: [
				{ position: 'deputy', from: '2027-01-18', lastDay: null, act: { number: act.number } },
				{ position: null, from: null, lastDay: '2027-01-17', act: null }
			]
		}
	});
	expect(await holders(site.id)).toEqual([next.id]);

	const { email } = site.leader;
	const letters = await world.db
		.select()
		.from(outbox)
		.where(inArray(outbox.to, [email, next.email]));
	expect(letters.map(({ to, subject }) => [to, subject]).sort()).toEqual(
		[
			[email, `Руководитель площадки «${site.title}» сменится`],
			[next.email, `Вы – руководитель площадки «${site.title}»`]
		].sort()
	);
	const [told] = await world.db.select().from(journal).where(eq(journal.kind, 'site.leader_appointed'));
	expect(told).toMatchObject({ subjectId: site.id, data: { personId: next.id, relieved: [site.leader.id] } });
	expect(faultsOf(await appoint(site.id, { email: next.email }))).toEqual(['email leader.already']);
	expect(faultsOf(await appoint(site.id, { email: 'nobody@test.example' }))).toEqual([
		'email leader.unknown'
	]);
});

test('R33: from a day ahead the right comes with the day, however often the hour comes', async () => {
	const site = await siteUnder(world, 'lenobl');
	const next = await makePerson(world.db);
	expect(await appoint(site.id, { email: next.email, from: '2027-02-01' })).toMatchObject({ ok: true });
	await tidyLeaders(world.deps);
	expect(await holders(site.id)).toEqual([site.leader.id]);

	world.at('2027-02-01T07:00:00Z');
	await Promise.all([tidyLeaders(world.deps), tidyLeaders(world.deps)]);
	await tidyLeaders(world.deps);
	expect(await holders(site.id)).toEqual([next.id]);
	const given = await world.db
		.select()
		.from(journal)
		.where(and(eq(journal.subjectId, next.id), eq(journal.kind, 'grant.given')));
	expect(given).toMatchObject([{ actorId: null }]);

	const leaderOn = async (on: string) =>
		(await desk.coordinator.must(getSite, { params: { id: site.id }, querystring: { on } })).leaders.map(
			({ fullName }) => fullName.split(' ')[0]
		);
	expect(await leaderOn('2027-01-31')).toEqual([site.leader.surname]);
	expect(await leaderOn('2027-02-01')).toEqual([next.surname]);
});

test('R33: a leader is relieved by an act, and whoever was to come is called off', async () => {
	const site = await siteUnder(world, 'lenobl');
	const next = await makePerson(world.db);
	await appoint(site.id, { email: next.email, from: '2027-02-01' });
	const relieve = (from: string) =>
		desk.coordinator.call(relieveLeader, { params: { id: site.id }, body: { act: orderOf(), from } });
	expect(faultsOf(await relieve('2027-01-17'))).toEqual(['from leader.before_act']);
	expect(await relieve('2027-01-18')).toMatchObject({
		value: { leaders: [{ lastDay: '2027-01-17' }], can: { appoint: true, relieve: false } }
	});
	expect(await holders(site.id)).toEqual([]);
	expect(faultsOf(await relieve('2027-01-18'))).toEqual(['from leader.nobody']);
	world.at('2027-02-02T07:00:00Z');
	await tidyLeaders(world.deps);
	expect(await holders(site.id)).toEqual([]);
});

test('R32: a network names the minutes of its choice', async () => {
	const site = await siteUnder(world, 'lenobl');
	const next = await makePerson(world.db);
	const join = { kind: 'join', organisationId: world.organisation('org-31').id, from: '2026-09-01' } as const;
	await desk.coordinator.must(changeNetwork, { params: { id: site.id }, body: { ...join, minutes: '№ 1' } });
	expect(faultsOf(await appoint(site.id, { email: next.email }))).toEqual(['minutes leader.minutes_missing']);
	const minutes = { body: 'Собрание организаций сети', number: '2', date: '2027-01-15' };
	const body = { act: orderOf(), email: next.email, position: 'head', from: '2027-01-18', minutes } as const;
	const answer = await desk.coordinator.call(appointLeader, { params: { id: site.id }, body });
	expect(answer).toMatchObject({ value: { network: true, leaders: [{ minutes, position: 'head' }, {}] } });
});

test('an act that grants the status writes down the leader whom it names', async () => {
	const person = await makePerson(world.db);
	const order = orderOf();
	const answer = await desk.grant(order, [await desk.apply('lenobl', READY)], { leaderEmail: person.email });
	const id = answer.ok ? (answer.value.sites[0] ?? '') : '';
	expect(await desk.coordinator.must(getSiteLeaders, { params: { id } })).toMatchObject({
		leaders: [{ from: '2027-01-18', lastDay: null, act: { number: order.number } }]
	});
	expect(await holders(id)).toEqual([person.id]);
});

test('two appointments at once: one leader remains, and only the keeper of the region appoints', async () => {
	const site = await siteUnder(world, 'lenobl');
	const [first, second] = [await makePerson(world.db), await makePerson(world.db)];
	await Promise.all([appoint(site.id, { email: first.email }), appoint(site.id, { email: second.email })]);
	const rows = await world.db.select().from(siteLeaders).where(eq(siteLeaders.siteId, site.id));
	const standing = rows.filter(({ lastDay }) => lastDay === null);
	expect(standing).toHaveLength(1);
	expect(await holders(site.id)).toEqual(standing.map(({ personId }) => personId));

	for (const visitor of [site.visitor, await world.as(world.stranger)]) {
		expect(await appoint(site.id, { email: first.email }, visitor)).toEqual(refused(404, 'site.missing'));
		const asked = visitor.call(getSiteLeaders, { params: { id: site.id } });
		expect(await asked).toEqual(refused(404, 'site.missing'));
	}
});
