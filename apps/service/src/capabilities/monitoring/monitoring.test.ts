import * as contract from '@stazhirovka/contract/monitoring';
import {
	cohortDeficits,
	cohortReckonings,
	enrolments,
	indicatorFigures,
	indicatorSpreads
} from '@stazhirovka/db/schema';
import { firstFives, medianOf, type Figure } from '@stazhirovka/domain/indicators';
import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { makeCohort } from '../../testing/cohort.ts';
import { live, type Deeds } from '../../testing/history.ts';
import { makePerson } from '../../testing/person.ts';
import { refused } from '../../testing/refused.ts';
import type { Visitor } from '../../testing/visitor.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { keepFigures } from './index.ts';

const deeds: fc.Arbitrary<Deeds> = fc.record({
	cameAt: fc.nat(1000),
	completed: fc.boolean(),
	task: fc.option(fc.record({ sentAt: fc.nat(400), answerHours: fc.option(fc.nat(90)) })),
	effect: fc.option(
		fc.record({
			at: fc.nat(2000),
			verdict: fc.constantFrom('заметное улучшение', 'без изменений', 'ухудшение', 'разность')
		})
	),
	card: fc.option(fc.record({ at: fc.nat(900), level: fc.constantFrom('none', 'partial', 'expressed') }))
});
const plan = fc.array(
	fc.record({
		ours: fc.boolean(),
		endsOn: fc.constantFrom('2026-12-20', '2027-03-31', '2026-05-31', '2027-10-01'),
		interns: fc.array(deeds, { maxLength: 13 })
	}),
	{ minLength: 12, maxLength: 16 }
);
const PERIOD = { from: '2026-09-01', to: '2027-08-31' };

type Life = Deeds & { id: string };
type Past = { id: string; siteId: string; endsOn: string; interns: Life[] };

let world: World;
let coordinator: Visitor;
let leader: Visitor;
let past: Past[];

beforeAll(async () => {
	world = await createWorld();
	coordinator = await world.as(world.coordinator);
	leader = await world.as(world.leader);
	past = [];
	const [made = []] = fc.sample(plan, { numRuns: 1, seed: 20270118 });
	for (const [index, { ours, endsOn, interns }] of made.entries()) {
		const siteId = ours ? world.site.id : world.otherSite.id;
		const values = { key: `past-${index}`, siteId, programmeVersionId: world.version, endsOn };
		const { id } = await makeCohort(world.db, { startsOn: '2026-05-01', ...values }, []);
		const lives = [];
		for (const one of interns)
			lives.push({ ...one, id: await live(world.db, id, await makePerson(world.db), one) });
		past.push({ id, siteId, endsOn, interns: lives });
	}
	await keepFigures(world.deps);
	return world.close;
});

const chosen = (siteId: string | null) =>
	past.filter(
		(one) =>
			(siteId === null || one.siteId === siteId) && one.endsOn >= PERIOD.from && one.endsOn <= PERIOD.to
	);

/** Of those that have ended by the day of the tests: only they are told of who completed. */
const over = (siteId: string | null) => chosen(siteId).filter(({ endsOn }) => endsOn < '2027-01-18');

function share(lives: Life[], counted: (one: Life) => boolean): Figure {
	if (lives.length < 5) return { kind: 'few' };
	const part = lives.filter(counted).length;
	return {
		...{ kind: 'value', value: Math.round((part * 1000) / lives.length) / 10 },
		...{ part, whole: lives.length }
	};
}
const fives = (cohorts: Past[], at: (one: Life) => number | undefined) =>
	cohorts.flatMap(({ interns }) =>
		firstFives(interns.flatMap((one) => (at(one) === undefined ? [] : [{ ...one, at: at(one)! }])))
	);
const came = ({ cameAt }: Life) => cameAt;
const ended = ({ completed }: Life) => completed;
const inTime = ({ task }: Life) => task !== null && task.sentAt < 24 * 10 - 9;
const improved = ({ effect }: Life) => effect?.verdict === 'заметное улучшение';
const posted = ({ effect }: Life) => (effect && effect.verdict !== 'разность' ? effect.at : undefined);

test('figures equal a count by hand over a generated history, exact for the site and over fives for the region', async () => {
	const seen = await coordinator.must(contract.getMonitoring, { querystring: PERIOD });
	for (const id of [world.site.id, world.otherSite.id]) {
		const lives = chosen(id).flatMap(({ interns }) => interns);
		const { figures } = seen.sites.find((one) => one.id === id)!;
		const done = over(id).flatMap(({ interns }) => interns);
		expect(done.length).toBeLessThan(lives.length);
		expect(figures.completion).toEqual(share(done, ended));
		expect(figures.tasks_in_time).toEqual(
			share(
				lives.filter(({ task }) => task),
				inTime
			)
		);
		expect(figures.effect_cards).toEqual(share(fives(chosen(id), posted), improved));
		const hours = lives.flatMap(({ task }) => task?.answerHours ?? []);
		expect(figures.tutor_response).toMatchObject({
			value: medianOf(hours.map((value) => ({ value, count: 1 })))
		});
	}
	const [{ figures } = seen.regions[0]!] = seen.regions;
	expect(figures.completion).toEqual(share(fives(over(null), came), ended));
	expect(figures.effect_cards).toEqual(share(fives(chosen(null), posted), improved));
	expect(figures.tasks_in_time).toEqual(
		share(
			fives(chosen(null), ({ task }) => task?.sentAt),
			inTime
		)
	);
});

test('R167: effect is the same for the leader and the region: whole fives of a cohort, or nothing', async () => {
	const querystring = { ...PERIOD, indicator: 'effect_cards' as const, site: world.site.id };
	const { cohorts, records } = await leader.must(contract.listIndicatorRecords, { querystring });
	expect(records).toEqual([]);
	for (const { id, figure } of cohorts) {
		const cohort = past.find((one) => one.id === id)!;
		expect(figure).toEqual(share(fives([cohort], posted), improved));
	}
	const cohort = cohorts[0]!.id;
	expect(
		await leader.call(contract.listIndicatorRecords, { querystring: { ...querystring, cohort } })
	).toEqual(refused(404, 'monitoring_records.missing'));
});

test('a number is the sum of its cohorts, and a cohort of its records, page by page', async () => {
	const asked = { ...PERIOD, indicator: 'tasks_in_time' as const };
	const site = await leader.must(contract.getSiteMonitoring, {
		params: { id: world.site.id },
		querystring: PERIOD
	});
	const { cohorts } = await leader.must(contract.listIndicatorRecords, {
		querystring: { ...asked, site: world.site.id }
	});
	let [part, whole] = [0, 0];
	for (const { id } of cohorts) {
		const { records } = await leader.must(contract.listIndicatorRecords, {
			querystring: { ...asked, cohort: id }
		});
		part += records.filter(({ counted }) => counted).length;
		whole += records.length;
	}
	expect(site.figures.tasks_in_time).toMatchObject({ part, whole });
	expect(site.region.figures).toEqual(
		(await coordinator.must(contract.getMonitoring, { querystring: PERIOD })).regions[0]!.figures
	);
});

test('counting anew from the records gives the same stored figures', async () => {
	const stored = async () => ({
		figures: await world.db
			.select()
			.from(indicatorFigures)
			.orderBy(indicatorFigures.cohortId, indicatorFigures.indicator),
		spreads: await world.db
			.select()
			.from(indicatorSpreads)
			.orderBy(indicatorSpreads.cohortId, indicatorSpreads.value),
		deficits: await world.db
			.select()
			.from(cohortDeficits)
			.orderBy(cohortDeficits.cohortId, cohortDeficits.deficit)
	});
	const before = await stored();
	expect(before.figures.length).toBeGreaterThan(20);
	for (const table of [indicatorFigures, indicatorSpreads, cohortDeficits]) await world.db.delete(table);
	await world.db.execute('delete from cohort_reckonings');
	await keepFigures(world.deps);
	expect(await stored()).toEqual(before);
});

test('deficits are needed by whole fives; seats are those of cohorts that enrol; what nobody covers has none', async () => {
	const { rows } = await coordinator.must(contract.getDemand, { querystring: PERIOD });
	const carded = fives(chosen(null), ({ card }) => card?.at);
	const first = rows.find(({ people }) => people > 0)!;
	expect([first.people, first.needed]).toEqual([
		carded.length,
		carded.filter(({ card }) => card!.level !== 'none').length
	]);
	expect(first.seats).toBeGreaterThan(0);
});

test('R131, R132: a site is there for its leader and those set over it, the region for who keeps it', async () => {
	const params = { id: world.site.id };
	const refusals = [];
	for (const person of [world.otherLeader, world.tutor, world.interns[0]!, world.stranger]) {
		const visitor = await world.as(person);
		refusals.push(
			await visitor.call(contract.getSiteMonitoring, { params, querystring: {} }),
			await visitor.call(contract.listIndicatorRecords, {
				querystring: { indicator: 'completion', site: world.site.id }
			})
		);
	}
	for (const answer of refusals) expect(answer).toEqual(refused(404, 'site.missing'));
	for (const person of [world.leader, world.tutor, world.stranger]) {
		const visitor = await world.as(person);
		for (const endpoint of [contract.getMonitoring, contract.getDemand])
			expect(await visitor.call(endpoint, { querystring: {} })).toEqual(refused(404, 'monitoring.missing'));
	}
	const other = await world.as(world.otherLeader);
	expect(
		await other.call(contract.listIndicatorRecords, {
			querystring: { indicator: 'completion', cohort: world.cohort.id }
		})
	).toEqual(refused(404, 'cohort.missing'));
	expect((await leader.must(contract.getSiteMonitoring, { params, querystring: {} })).site.id).toBe(
		params.id
	);
});

test('R167: whoever had a seat stays counted in the same place, whatever becomes of the enrolment', async () => {
	const asked = { querystring: PERIOD };
	const region = async () => (await coordinator.must(contract.getMonitoring, asked)).regions[0]!.figures;
	const before = await region();
	const left = chosen(null).flatMap(({ interns }) =>
		interns.filter(({ completed }) => !completed).slice(0, 1)
	);
	for (const [index, { id }] of left.entries())
		await world.db
			.update(enrolments)
			.set({ state: index % 2 ? 'withdrawn' : 'transferred', appliedAt: new Date('2027-01-01') })
			.where(eq(enrolments.id, id));
	await world.db.delete(cohortReckonings);
	await keepFigures(world.deps);
	expect(left.length).toBeGreaterThan(3);
	expect((await region()).completion).toEqual(before.completion);
});

test('a period that ends before it begins is refused', async () => {
	expect(
		await coordinator.call(contract.getMonitoring, { querystring: { from: '2027-02-01', to: '2027-01-01' } })
	).toEqual(refused(422, 'monitoring.period_backwards', { field: 'to' }));
});
