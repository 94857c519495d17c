import { exportSites, getDecisionDesk, getSite, getSiteBlock } from '@stazhirovka/contract/sites';
import {
	acts,
	cohorts,
	councils,
	journal,
	regulations,
	statusDecisions,
	statusPeriods
} from '@stazhirovka/db/schema';
import { and, asc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { faultsOf, openDesk, orderOf } from '../../../testing/granting.ts';
import { siteUnder } from '../../../testing/sites.ts';
import { createWorld, type World } from '../../../testing/world.ts';
import { rebuildPeriods, statusPeriodsOf } from './status-store.ts';

let world: World;
let desk: Awaited<ReturnType<typeof openDesk>>;

beforeAll(async () => {
	world = await createWorld();
	desk = await openDesk(world);
});
afterAll(() => world.close());

const reason = 'Обстоятельства, которые мешают работать';
const minutes = null;

test('R7: an extension is offered while the regulation lets the term last longer', async () => {
	const read = async (id: string) => {
		const { can, lastDay, longest } = await desk.coordinator.must(getDecisionDesk, { params: { id } });
		return [can.extend, can.terminate, lastDay, longest?.lastDay];
	};
	expect(await read(await desk.granted())).toEqual([false, true, '2030-01-17', '2030-01-17']);
	const short = await siteUnder(world, 'lenobl', { lastDay: '2027-08-31' });
	expect(await read(short.id)).toEqual([true, true, '2027-08-31', expect.any(String)]);
});

test('R21: a status ends on a ground of its regulation, with the paper that it asks for', async () => {
	const id = await desk.granted();
	const ending = { kind: 'terminate', from: '2027-02-10', reason, minutes } as const;
	const order = orderOf();
	const wrong = await desk.decide(id, order, { ...ending, ground: 'programme_done_early' });
	expect(faultsOf(wrong)).toEqual([
		'decision.ground status.ground_unknown',
		'decision.proposal status.proposal_missing'
	]);

	await desk.propose(id);
	expect(await desk.decide(id, order, { ...ending, ground: 'obstacles' })).toMatchObject({
		ok: true
	});
	expect(await statusPeriodsOf(world.db, id)).toEqual([
		{ state: 'active', from: '2027-01-18', lastDay: '2027-02-09', terminated: true }
	]);
	const again = await desk.decide(id, orderOf(), {
		...ending,
		ground: 'obstacles'
	});
	expect(faultsOf(again)).toEqual(['decision.from status.not_active']);
});

test('R21: a status ended on its first day is told alike by the register, the passport and the block', async () => {
	const id = await desk.granted();
	await desk.propose(id);
	const ending = { kind: 'terminate', from: '2027-01-18', reason, minutes, ground: 'obstacles' } as const;
	expect(await desk.decide(id, orderOf(), ending)).toMatchObject({ ok: true });

	const visitor = await world.as(null);
	const told = { status: 'terminated', from: '2027-01-18', lastDay: null, endedFrom: '2027-01-18' };
	const exported = await visitor.must(exportSites, { querystring: {} });
	expect(exported.find((site) => site.id === id)).toMatchObject(told);
	expect(await visitor.must(getSiteBlock, { params: { id } })).toMatchObject(told);
	const { standing } = await visitor.must(getSite, { params: { id }, querystring: {} });
	expect(standing).toMatchObject(told);
});

test('R21: an end cancels what was decided for later days, and nobody enters an act of tomorrow', async () => {
	const id = await desk.granted();
	const later = { kind: 'suspend', from: '2027-05-01', reason } as const;
	expect((await desk.decide(id, orderOf(), later)).ok).toBe(true);
	const ending = {
		kind: 'terminate',
		from: '2027-02-10',
		ground: 'obstacles',
		reason,
		minutes
	} as const;
	await desk.propose(id);
	const tomorrow = await desk.decide(id, orderOf({ signedOn: '2027-01-19' }), ending);
	expect(tomorrow).toMatchObject({ refusal: { status: 422, code: 'act.in_future' } });
	expect((await desk.decide(id, orderOf(), ending)).ok).toBe(true);
	expect(await statusPeriodsOf(world.db, id)).toEqual([
		{ state: 'active', from: '2027-01-18', lastDay: '2027-02-09', terminated: true }
	]);
});

test('R22: where a council is kept here, only minutes of a meeting that was held end a status', async () => {
	const { site, db } = world;
	const own = await siteUnder(world, 'mariinsk');
	const named = { body: 'Методический совет', number: '7', date: '2027-01-15' };
	const act = orderOf({ kind: 'приказ' });
	const ending = { kind: 'terminate', from: '2027-02-10', ground: '', reason, minutes: named } as const;
	const [regulation] = await db.select().from(regulations).where(eq(regulations.key, 'mariinsk'));
	const [composing] = await db.select().from(acts).limit(1);
	const council = {
		...{ regionId: site.regionId, regulationId: regulation?.id ?? '' },
		...{ title: 'Совет', actId: composing?.id ?? '' }
	};
	const before = await desk.coordinator.must(getDecisionDesk, { params: { id: own.id } });
	expect(before).toMatchObject({ needs: { minutes: true }, councilKept: false });
	await db.insert(councils).values(council);
	const told = await desk.coordinator.must(getDecisionDesk, { params: { id: own.id } });
	expect(told).toMatchObject({ councilKept: true, recorded: { minutes: null } });
	expect(faultsOf(await desk.decide(own.id, act, ending))).toContain(
		'decision.minutes status.minutes_missing'
	);
});

test('a status that is suspended and resumed keeps its last day; both are told by their acts', async () => {
	const id = await desk.granted();
	await desk.decide(id, orderOf(), { kind: 'suspend', from: '2027-02-01', reason });
	expect(await desk.decide(id, orderOf(), { kind: 'resume', from: '2027-03-01', reason })).toMatchObject({
		ok: true
	});
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
	const told = await desk.coordinator.must(getDecisionDesk, { params: { id: site.id } });
	expect(told.cohorts.map(({ startsOn }) => startsOn)).toEqual([cohort.startsOn, '2027-09-01']);

	const ending = {
		kind: 'terminate',
		from: '2027-02-01',
		ground: 'obstacles',
		reason,
		minutes
	} as const;
	await desk.propose(site.id);
	expect(await desk.decide(site.id, orderOf(), ending)).toMatchObject({ ok: true });
	const open = await db
		.select({ id: cohorts.id, open: cohorts.enrolmentOpen })
		.from(cohorts)
		.where(eq(cohorts.siteId, site.id))
		.orderBy(asc(cohorts.startsOn));
	expect(open).toEqual([
		{ id: cohort.id, open: true },
		{ id: later?.id, open: false }
	]);
	const closed = await db.select().from(journal).where(eq(journal.kind, 'cohort.enrolment_closed'));
	expect(closed.map(({ subjectId, cohortId, data }) => [subjectId, cohortId, data.from])).toEqual([
		[later?.id, later?.id, '2027-02-01']
	]);
});

test('R34: what acts decided never changes, and the register follows from it and from the journal alike', async () => {
	const id = await desk.granted();
	await desk.decide(id, orderOf(), { kind: 'suspend', from: '2027-02-01', reason });
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
