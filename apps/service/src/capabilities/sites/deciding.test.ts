import {
	decideStatus,
	getDecisionDesk,
	grantStatuses,
	listActs,
	listCandidates,
	type GivenAct,
	type GivenDecision
} from '@stazhirovka/contract/sites';
import { applications, cohorts, journal, statusDecisions, statusPeriods } from '@stazhirovka/db/schema';
import { regulationFile } from '@stazhirovka/db/seeds';
import { and, asc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeApplication } from '../../testing/application.ts';
import { makePerson } from '../../testing/person.ts';
import { keeper } from '../../testing/regulation.ts';
import type { Visitor } from '../../testing/visitor.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { rebuildPeriods, statusPeriodsOf } from './status-store.ts';

let world: World;
let coordinator: Visitor;

beforeAll(async () => {
	world = await createWorld();
	coordinator = await world.as(world.coordinator);
	for (const key of ['lenobl', 'mariinsk', 'priozersk']) {
		const rules = keeper(coordinator);
		await rules.publish(await rules.put(regulationFile(key)), '2021-01-01');
	}
});
afterAll(() => world.close());

let acts = 0;
const act = (change: Partial<GivenAct> = {}): GivenAct => ({
	kind: 'распоряжение',
	number: `${++acts}-р`,
	signedOn: '2027-01-18',
	issuer: 'Комитет',
	title: 'О присвоении статуса',
	known: false,
	...change
});

async function apply(key: string, change: Partial<typeof applications.$inferInsert> = {}) {
	const { region, organisation, stranger } = world;
	const author = { regionId: region.id, organisationId: organisation('org-31').id, createdBy: stranger.id };
	return makeApplication(world.db, key, { ...author, ...change });
}
const ready = { state: 'proposed', reviewResult: 'positive' } as const;

type Asked = Partial<{
	from: string;
	lastDay: string;
	code: string;
	leaderEmail: string | null;
	revision: number;
}>;
let codes = 500;
const grant = (given: GivenAct, ids: { id: string }[], asked: Asked = {}, by = coordinator) =>
	by.call(grantStatuses, {
		body: {
			act: given,
			grants: ids.map(({ id }) => ({
				...{ applicationId: id, revision: 0, from: '2027-01-18', lastDay: '2030-01-17' },
				...{ code: String(++codes), leaderEmail: null, ...asked }
			}))
		}
	});
const decide = (id: string, given: GivenAct, decision: GivenDecision, by = coordinator) =>
	by.call(decideStatus, { params: { id }, body: { act: given, decision } });

async function granted(): Promise<string> {
	const answer = await grant(act(), [await apply('lenobl', ready)]);
	if (!answer.ok) throw new Error(JSON.stringify(answer.refusal));
	return answer.value.sites[0] ?? '';
}
const faultsOf = (answer: { ok: boolean; refusal?: { problem: { details?: Record<string, unknown> } } }) =>
	((answer.refusal?.problem.details?.faults ?? []) as { field: string; code: string }[]).map(
		({ field, code }) => `${field} ${code}`
	);

test('R6: one act grants the status to a list, all of it or nothing', async () => {
	const [first, second] = [await apply('lenobl', ready), await apply('lenobl', ready)];
	const half = await apply('lenobl', { state: 'reviewed', reviewResult: 'positive' });
	const order = act();

	expect(await grant(order, [first, second, half])).toMatchObject({
		refusal: { code: 'application.step_first' }
	});
	expect(await world.db.$count(statusDecisions)).toBe(2);

	const answer = await grant(order, [first, second]);
	expect(answer).toMatchObject({ ok: true });
	const sites = answer.ok ? answer.value.sites : [];
	const periods = await Promise.all(sites.map((id) => statusPeriodsOf(world.db, id)));
	const period = { state: 'active', from: '2027-01-18', lastDay: '2030-01-17', terminated: false };
	expect(periods).toEqual([[period], [period]]);
	const told = await coordinator.must(listActs, {});
	expect(
		told
			.find(({ number }) => number === order.number)
			?.decisions.map(({ site }) => site.id)
			.sort()
	).toEqual([...sites].sort());
});

test('R5: an expertise that ended against it grants nothing, however far the application has come', async () => {
	const against = await apply('lenobl', { state: 'proposed', reviewResult: 'negative' });
	const answer = await grant(act(), [against]);
	expect(faultsOf(answer)).toEqual(['grants.0 status.expertise_missing']);
});

test('R7: the term, the act and the leader are each told at their place', async () => {
	const application = await apply('lenobl', ready);
	const asked = { lastDay: '2030-01-18', leaderEmail: 'nobody@test.example' };
	const answer = await grant(act({ kind: 'приказ' }), [application], asked);
	expect(faultsOf(answer)).toEqual([
		'act.kind status.wrong_act',
		'grants.0.lastDay status.term_too_long',
		'grants.0.leaderEmail person.unknown'
	]);
});

test('R15: a site without an application is registered where the profile has none', async () => {
	const theme = (regulationFile('priozersk') as { theme: string }).theme;
	const at = { from: '2022-03-01', lastDay: '2023-05-31' };
	const order = () => act({ signedOn: '2022-03-01' });
	const direct = await apply('priozersk', { state: 'complete', direct: true, theme });
	expect(await grant(order(), [direct], at)).toMatchObject({ ok: true });

	const council = await apply('mariinsk', { state: 'complete', direct: true });
	expect(await grant(order(), [council], at)).toMatchObject({ refusal: { code: 'application.step_first' } });
});

test('an act that is entered twice is told, and added to only on purpose', async () => {
	const order = act();
	await grant(order, [await apply('lenobl', ready)]);
	const next = await apply('lenobl', ready);

	const again = await grant({ ...order, issuer: 'КОМИТЕТ' }, [next]);
	expect(again).toMatchObject({
		refusal: { problem: { code: 'act.entered_already', details: { decisions: 1 } } }
	});
	expect(await grant({ ...order, known: true }, [next])).toMatchObject({ ok: true });
	const told = await coordinator.must(listActs, {});
	expect(told.filter(({ number }) => number === order.number)).toHaveLength(1);
});

test('two who grant the same application: one does, the other is told', async () => {
	const application = await apply('lenobl', ready);
	const answers = await Promise.all([grant(act(), [application]), grant(act(), [application])]);
	expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true]);
	expect(answers.find(({ ok }) => !ok)).toMatchObject({ refusal: { status: 409 } });
	const rows = await world.db.select().from(applications).where(eq(applications.id, application.id));
	expect(rows).toMatchObject([{ state: 'granted', revision: 1 }]);
});

test('the applicant leads the site from the act on', async () => {
	const person = await makePerson(world.db);
	const application = await apply('lenobl', { ...ready, createdBy: person.id });
	const [waiting] = await coordinator.must(listCandidates, { querystring: {} });
	const mine = waiting?.candidates.find(({ applicationId }) => applicationId === application.id);
	expect(mine).toMatchObject({ leaderEmail: person.email, offer: { rule: 'limited', months: 36 } });

	const answer = await grant(act(), [application], { leaderEmail: person.email.toUpperCase() });
	const id = answer.ok ? (answer.value.sites[0] ?? '') : '';
	const leader = await world.as(person);
	expect(await leader.call(getDecisionDesk, { params: { id } })).toMatchObject({ refusal: { status: 404 } });
	expect(await coordinator.must(getDecisionDesk, { params: { id } })).toMatchObject({ status: 'active' });
});

test('whoever does not keep the region finds neither applications nor sites', async () => {
	const application = await apply('lenobl', ready);
	const id = await granted();
	for (const person of [world.leader, world.tutor, world.stranger]) {
		const visitor = await world.as(person);
		expect(await visitor.must(listCandidates, { querystring: {} })).toEqual([]);
		expect(await visitor.must(listActs, {})).toEqual([]);
		expect(await grant(act(), [application], {}, visitor)).toMatchObject({ refusal: { status: 404 } });
		expect(await visitor.call(getDecisionDesk, { params: { id } })).toMatchObject({
			refusal: { status: 404 }
		});
		const extension = { kind: 'extend', lastDay: '2030-01-17', programmeTo: null } as const;
		expect(await decide(id, act(), extension, visitor)).toMatchObject({ refusal: { status: 404 } });
	}
});

const reason = 'Обстоятельства, которые мешают работать';
const minutes = null;
const proposal = { body: 'Институт', number: '4', date: '2027-02-01' };

test('R21: a status ends on a ground of its regulation, with the paper that it asks for', async () => {
	const id = await granted();
	const ending = { kind: 'terminate', from: '2027-02-10', reason, minutes } as const;
	const order = act({ signedOn: '2027-02-01' });
	const wrong = await decide(id, order, { ...ending, ground: 'programme_done_early', proposal: null });
	expect(faultsOf(wrong)).toEqual([
		'decision.ground status.ground_unknown',
		'decision.proposal status.proposal_missing'
	]);

	expect(await decide(id, order, { ...ending, ground: 'obstacles', proposal })).toMatchObject({ ok: true });
	expect(await statusPeriodsOf(world.db, id)).toEqual([
		{ state: 'active', from: '2027-01-18', lastDay: '2027-02-09', terminated: true }
	]);
	const again = await decide(id, act({ signedOn: '2027-02-10' }), {
		...ending,
		ground: 'obstacles',
		proposal
	});
	expect(faultsOf(again)).toEqual(['decision.from status.not_active']);
});

test('a status that is suspended and resumed keeps its last day; both are told by their acts', async () => {
	const id = await granted();
	await decide(id, act({ signedOn: '2027-02-01' }), { kind: 'suspend', from: '2027-02-01', reason });
	expect(
		await decide(id, act({ signedOn: '2027-02-20' }), { kind: 'resume', from: '2027-03-01', reason })
	).toMatchObject({ ok: true });
	expect(
		(await statusPeriodsOf(world.db, id)).map(({ state, from, lastDay }) => [state, from, lastDay])
	).toEqual([
		['active', '2027-01-18', '2027-01-31'],
		['suspended', '2027-02-01', '2027-02-28'],
		['active', '2027-03-01', '2030-01-17']
	]);
});

test('when a status ends while cohorts run, those go on, and nobody enters those that were to begin', async () => {
	const { site, cohort, db } = world;
	const [later] = await db
		.insert(cohorts)
		.values({
			...cohort,
			id: undefined,
			key: null,
			startsOn: '2027-09-01',
			endsOn: '2027-10-01',
			announcedAt: null
		})
		.returning();
	const desk = await coordinator.must(getDecisionDesk, { params: { id: site.id } });
	expect(desk.cohorts.map(({ startsOn }) => startsOn)).toEqual([cohort.startsOn, '2027-09-01']);

	const ending = {
		kind: 'terminate',
		from: '2027-02-01',
		ground: 'obstacles',
		reason,
		minutes,
		proposal
	} as const;
	expect(await decide(site.id, act({ signedOn: '2027-02-01' }), ending)).toMatchObject({ ok: true });
	const open = await db
		.select({ id: cohorts.id, open: cohorts.enrolmentOpen })
		.from(cohorts)
		.where(eq(cohorts.siteId, site.id))
		.orderBy(asc(cohorts.startsOn));
	expect(open).toEqual([
		{ id: cohort.id, open: true },
		{ id: later?.id, open: false }
	]);
});

test('R34: what acts decided never changes, and the register follows from it and from the journal alike', async () => {
	const id = await granted();
	await decide(id, act({ signedOn: '2027-02-01' }), { kind: 'suspend', from: '2027-02-01', reason });
	const { db } = world;
	await expect(
		db.update(statusDecisions).set({ fromDay: '2020-01-01' }).where(eq(statusDecisions.siteId, id))
	).rejects.toThrow();
	await expect(db.delete(statusDecisions).where(eq(statusDecisions.siteId, id))).rejects.toThrow();

	const stored = await statusPeriodsOf(db, id);
	await db.transaction(async (tx) => {
		await tx.delete(statusPeriods).where(eq(statusPeriods.siteId, id));
		await rebuildPeriods(tx, id);
	});
	expect(await statusPeriodsOf(db, id)).toEqual(stored);

	const written = await db
		.select({ data: journal.data })
		.from(journal)
		.where(and(eq(journal.subjectId, id), eq(journal.kind, 'site.status_decided')))
		.orderBy(asc(journal.id));
	expect(written.map(({ data }) => [data.kind, data.from, data.lastDay])).toEqual([
		['grant', '2027-01-18', '2030-01-17'],
		['suspend', '2027-02-01', null]
	]);
});
