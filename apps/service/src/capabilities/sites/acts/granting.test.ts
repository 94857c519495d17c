import { getDecisionDesk, grantStatuses, listActs, listCandidates } from '@stazhirovka/contract/sites';
import { applications, siteLeaders, statusDecisions } from '@stazhirovka/db/schema';
import { regulationFile } from '@stazhirovka/db/seeds';
import { eq, inArray } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { faultsOf, openDesk, orderOf, READY } from '../../../testing/granting.ts';
import { makePerson } from '../../../testing/person.ts';
import { createWorld, type World } from '../../../testing/world.ts';
import { statusPeriodsOf } from './status-store.ts';

let world: World;
let desk: Awaited<ReturnType<typeof openDesk>>;

beforeAll(async () => {
	world = await createWorld();
	desk = await openDesk(world);
});
afterAll(() => world.close());

test('R6: one act grants the status to a list, all of it or nothing', async () => {
	const [first, second] = [await desk.apply('lenobl', READY), await desk.apply('lenobl', READY)];
	const half = await desk.apply('lenobl', { state: 'reviewed', reviewResult: 'positive' });
	const order = orderOf();

	expect(await desk.grant(order, [first, second, half])).toMatchObject({
		refusal: { code: 'application.step_first' }
	});
	expect(await world.db.$count(statusDecisions)).toBe(2);

	const answer = await desk.grant(order, [first, second]);
	expect(answer).toMatchObject({ ok: true });
	const sites = answer.ok ? answer.value.sites : [];
	const periods = await Promise.all(sites.map((id) => statusPeriodsOf(world.db, id)));
	const period = { state: 'active', from: '2027-01-18', lastDay: '2030-01-17', terminated: false };
	expect(periods).toEqual([[period], [period]]);
	const { items: told } = await desk.coordinator.must(listActs, { querystring: {} });
	expect(
		told
			.find(({ number }) => number === order.number)
			?.decisions.map(({ site }) => site.id)
			.sort()
	).toEqual([...sites].sort());
});

test('R20: each site of a list gets its own leader, whatever the letters of the address', async () => {
	const people = [await makePerson(world.db), await makePerson(world.db)];
	const applications = [await desk.apply('lenobl', READY), await desk.apply('lenobl', READY)];
	const grants = applications.map(({ id }, n) => ({
		...{ applicationId: id, revision: 0, from: '2027-01-18', lastDay: '2030-01-17', code: `Л-${n}` },
		leaderEmail: ` ${people[n]!.email.toUpperCase()}`
	}));
	const { sites } = await desk.coordinator.must(grantStatuses, { body: { act: orderOf(), grants } });
	const rows = await world.db.select().from(siteLeaders).where(inArray(siteLeaders.siteId, sites));
	expect(sites.map((id) => rows.find(({ siteId }) => siteId === id)?.personId)).toEqual(
		people.map(({ id }) => id)
	);
});

test('R5: an expertise that ended against it grants nothing, however far the application has come', async () => {
	const against = await desk.apply('lenobl', { state: 'proposed', reviewResult: 'negative' });
	const answer = await desk.grant(orderOf(), [against]);
	expect(faultsOf(answer)).toEqual(['grants.0 status.expertise_missing']);
});

test('R7: the term, the act and the leader are each told at their place', async () => {
	const application = await desk.apply('lenobl', READY);
	const asked = { lastDay: '2030-01-18', leaderEmail: 'nobody@test.example' };
	const answer = await desk.grant(orderOf({ kind: 'приказ' }), [application], asked);
	expect(faultsOf(answer)).toEqual([
		'act.kind status.wrong_act',
		'grants.0.lastDay status.term_too_long',
		'grants.0.leaderEmail person.unknown'
	]);
});

test('R15: a site without an application is registered where the profile has none', async () => {
	const theme = (regulationFile('priozersk') as { theme: string }).theme;
	const at = { from: '2022-03-01', lastDay: '2023-05-31' };
	const order = () => orderOf({ signedOn: '2022-03-01' });
	const direct = await desk.apply('priozersk', { state: 'complete', direct: true, theme });
	expect(await desk.grant(order(), [direct], at)).toMatchObject({ ok: true });

	const council = await desk.apply('mariinsk', { state: 'complete', direct: true });
	expect(await desk.grant(order(), [council], at)).toMatchObject({
		refusal: { code: 'application.step_first' }
	});
});

test('an act that is entered twice is told, and added to only on purpose', async () => {
	const order = orderOf();
	await desk.grant(order, [await desk.apply('lenobl', READY)]);
	const next = await desk.apply('lenobl', READY);

	const again = await desk.grant({ ...order, issuer: 'КОМИТЕТ' }, [next]);
	expect(again).toMatchObject({
		refusal: { problem: { code: 'act.entered_already', details: { decisions: 1 } } }
	});
	expect(await desk.grant({ ...order, known: true }, [next])).toMatchObject({ ok: true });
	const { items: told } = await desk.coordinator.must(listActs, { querystring: {} });
	expect(told.filter(({ number }) => number === order.number)).toHaveLength(1);
});

test('two who grant the same application: one does, the other is told', async () => {
	const application = await desk.apply('lenobl', READY);
	const answers = await Promise.all([
		desk.grant(orderOf(), [application]),
		desk.grant(orderOf(), [application])
	]);
	expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true]);
	expect(answers.find(({ ok }) => !ok)).toMatchObject({ refusal: { status: 409 } });
	const rows = await world.db.select().from(applications).where(eq(applications.id, application.id));
	expect(rows).toMatchObject([{ state: 'granted', revision: 1 }]);
});

test('the applicant leads the site from the act on', async () => {
	const person = await makePerson(world.db);
	const application = await desk.apply('lenobl', { ...READY, createdBy: person.id });
	const [waiting] = await desk.coordinator.must(listCandidates, { querystring: {} });
	const mine = waiting?.candidates.find(({ applicationId }) => applicationId === application.id);
	expect(mine).toMatchObject({ leaderEmail: person.email, offer: { rule: 'limited', months: 36 } });

	const answer = await desk.grant(orderOf(), [application], { leaderEmail: person.email.toUpperCase() });
	const id = answer.ok ? (answer.value.sites[0] ?? '') : '';
	const leader = await world.as(person);
	expect(await leader.call(getDecisionDesk, { params: { id } })).toMatchObject({ refusal: { status: 404 } });
	expect(await desk.coordinator.must(getDecisionDesk, { params: { id } })).toMatchObject({
		status: 'active'
	});
});

test('whoever does not keep the region finds neither applications nor sites', async () => {
	const application = await desk.apply('lenobl', READY);
	const id = await desk.granted();
	for (const person of [world.leader, world.tutor, world.stranger]) {
		const visitor = await world.as(person);
		expect(await visitor.must(listCandidates, { querystring: {} })).toEqual([]);
		expect((await visitor.must(listActs, { querystring: {} })).items).toEqual([]);
		expect(await desk.grant(orderOf(), [application], {}, visitor)).toMatchObject({
			refusal: { status: 404 }
		});
		expect(await visitor.call(getDecisionDesk, { params: { id } })).toMatchObject({
			refusal: { status: 404 }
		});
		const extension = { kind: 'extend', lastDay: '2030-01-17', programmeTo: null, programme: null } as const;
		expect(await desk.decide(id, orderOf(), extension, visitor)).toMatchObject({ refusal: { status: 404 } });
	}
});
