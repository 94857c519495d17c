import { agreeOnAnswers } from '@stazhirovka/contract/answering';
import { getDemand } from '@stazhirovka/contract/monitoring';
import * as contract from '@stazhirovka/contract/summaries';
import { municipalities, organisations } from '@stazhirovka/db/schema';
import type { SummaryDefinition } from '@stazhirovka/domain/summaries';
import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { makePast, PAST } from '../../testing/past.ts';
import { refused } from '../../testing/refused.ts';
import type { Visitor } from '../../testing/visitor.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { keepFigures } from '../monitoring/index.ts';

const NOWHERE = { sites: [], municipalities: [], regulations: [], programmes: [] };
const tutors: SummaryDefinition = {
	...{ subject: 'tutor', measures: ['tutor_interns', 'tutor_response', 'tutor_in_time'] },
	...{ period: { kind: 'school_year', back: 0 }, comparison: 'none', filters: NOWHERE, chart: 'none' },
	sort: { by: 'title', order: 'up' }
};
const needs: SummaryDefinition = {
	...tutors,
	...{ subject: 'deficit_place', measures: ['deficit_needed', 'deficit_reduced', 'deficit_seats'] }
};
const HOURS = 3;

let world: World;
let coordinator: Visitor;
let leader: Visitor;
let past: string[];
const asked = (definition: SummaryDefinition) => ({ definition: JSON.stringify(definition) });
const table = (definition: SummaryDefinition, by = coordinator) =>
	by.must(contract.getSummaryTable, { querystring: asked(definition) });

beforeAll(async () => {
	world = await createWorld();
	past = await makePast(world, PAST);
	const body = { hours: HOURS, wakesAt: '08:00', restsAt: '20:00' };
	coordinator = await world.as(world.coordinator);
	leader = await world.as(world.leader);
	for (const id of past) await coordinator.must(agreeOnAnswers, { params: { id }, body });
	const [town] = await world.db
		.insert(municipalities)
		.values({ title: 'Приморский округ', regionId: world.region.id })
		.returning();
	await world.db
		.update(organisations)
		.set({ municipalityId: town?.id })
		.where(eq(organisations.id, world.otherSite.organisationId));
	await keepFigures(world.deps);
	return world.close;
});

/** What `makePast` let tutors do: the n-th intern waits n % 7 hours, those who sent at night are answered on a Sunday. */
function decisions(sites: ('ours' | 'other')[], isTheirs: (n: number) => boolean) {
	return PAST.filter(({ site, endsOn }) => sites.includes(site) && endsOn >= '2026-09-01').flatMap(
		({ interns }) =>
			Array.from({ length: interns }, (_, n) => n)
				.filter(isTheirs)
				.map((n) => ({ hours: n % 7, inTime: n % 4 === 0 || n % 7 <= HOURS }))
	);
}
function figures(made: ReturnType<typeof decisions>) {
	const hours = made.map(({ hours }) => hours).toSorted((one, other) => one - other);
	const part = made.filter(({ inTime }) => inTime).length;
	const value = Math.round((part * 1000) / made.length) / 10;
	return [
		{ kind: 'value', value: hours[Math.ceil(hours.length / 2) - 1] },
		{ kind: 'value', value, part, whole: made.length }
	];
}

test('R75: rows by tutor tell the load of today, the time of an answer and what was checked in time', async () => {
	const first = decisions(['ours', 'other'], (n) => n % 3 !== 0);
	const other = decisions(['ours', 'other'], (n) => n % 3 === 0);
	const { rows, total } = await table(tutors);
	const cellsOf = ({ id }: { id: string }) => rows.find(({ key }) => key === id)!.cells;
	expect(cellsOf(world.tutor)[0]).toMatchObject({ value: 6 });
	expect(cellsOf(world.tutor).slice(1)).toMatchObject(figures(first));
	// Of the interns of the past one still learns: the others have completed, or their cohorts have ended.
	expect(cellsOf(world.otherTutor)[0]).toMatchObject({ value: 1 });
	expect(cellsOf(world.otherTutor).slice(1)).toMatchObject(figures(other));
	const sites = await table({ ...tutors, subject: 'site', measures: ['tutor_response'] });
	expect(total).toEqual([expect.objectContaining({ value: 7 }), sites.total![0], null]);
});

test('R75: a leader reads of the own tutors what they did at the own site; fewer than five interns tell nothing', async () => {
	const { rows } = await table(tutors, leader);
	const of = ({ id }: { id: string }) => rows.find(({ key }) => key === id)!.cells.slice(1);
	expect(of(world.tutor)).toMatchObject(figures(decisions(['ours'], (n) => n % 3 !== 0)));
	const small = await table(
		{ ...tutors, period: { kind: 'days', from: '2027-03-01', to: '2027-04-01' } },
		leader
	);
	const own = small.rows.find(({ key }) => key === world.tutor.id)!;
	expect(own.cells.slice(1)).toEqual([{ kind: 'few' }, { kind: 'few' }]);
	const tutor = await world.as(world.tutor);
	expect(await tutor.call(contract.getSummaryTable, { querystring: asked(tutors) })).toEqual(
		refused(404, 'monitoring.missing')
	);
});

test('R75: a number of a tutor opens the decisions it was counted from, the load its interns; others have none', async () => {
	const read = (by: Visitor, measure: 'tutor_interns' | 'tutor_in_time', row?: string) =>
		by.call(contract.listSummaryRecords, { querystring: { ...asked(tutors), row, measure, span: 0 } });
	const made = decisions(['ours'], (n) => n % 3 !== 0);
	const checks = await read(leader, 'tutor_in_time', world.tutor.id);
	const { records } = checks.ok ? checks.value : { records: [] };
	expect(records.map(({ value, counted }) => [value, counted]).toSorted()).toEqual(
		made.map(({ hours, inTime }) => [hours, inTime]).toSorted()
	);
	const load = await read(leader, 'tutor_interns', world.tutor.id);
	expect(load.ok && load.value.records.map(({ id }) => id).toSorted()).toEqual(
		world.enrolments.map(({ id }) => id).toSorted()
	);
	const all = await read(leader, 'tutor_interns');
	expect(all.ok && all.value.records).toHaveLength(7);
	expect(await read(leader, 'tutor_in_time', world.stranger.id)).toEqual(
		refused(404, 'summary_records.missing')
	);
	expect(await read(await world.as(world.otherLeader), 'tutor_interns', world.tutor.id)).toMatchObject({
		...{ ok: true, value: { records: [] } }
	});
});

test('issue 7: deficits by municipality add up to the deficits, seats are those of the place, and cohorts stand behind', async () => {
	const { rows } = await table(needs);
	const whole = await table({ ...needs, subject: 'deficit' });
	const { rows: demand } = await coordinator.must(getDemand, { querystring: {} });
	for (const { title, cells } of whole.rows) {
		const places = rows.filter((row) => row.title === title);
		const sum = (n: number) => places.reduce((all, { cells }) => all + partOf(cells[n]), 0);
		expect([sum(0), sum(2)]).toEqual([partOf(cells[0]), partOf(cells[2])]);
		const told = demand.find((one) => one.title === title)!.places;
		for (const { note, cells: own } of places) {
			const place = told.find(({ municipality }) => (municipality ?? 'муниципалитет не указан') === note)!;
			expect([partOf(own[0]), partOf(own[2])]).toEqual([place.needed ?? 0, place.seats]);
		}
	}
	const row = rows.find(({ note, cells }) => note === 'Приморский округ' && cells[0]?.kind === 'value')!;
	const { cohorts, figure } = await coordinator.must(contract.listSummaryRecords, {
		querystring: { ...asked(needs), row: row.key, measure: 'deficit_needed', span: 0 }
	});
	expect(cohorts.map(({ id }) => id)).toEqual([past[3]]);
	expect(cohorts[0]?.figure).toEqual(figure);
});

test('R167: however rows of deficits are narrowed, they are told of whole fives, in numbers, sums and differences', async () => {
	const { sites, municipalities: towns } = await coordinator.must(contract.getSummaryChoices, {});
	const some = (choices: { value: string }[]) => fc.subarray(choices.map(({ value }) => value));
	const question = fc.record({
		subject: fc.constantFrom('deficit', 'deficit_place'),
		filters: fc.record({ sites: some(sites), municipalities: some(towns) }),
		period: fc.record({
			kind: fc.constant('days'),
			from: fc.constantFrom('2026-05-01', '2026-12-21', '2026-12-25'),
			to: fc.constantFrom('2026-12-25', '2027-03-31', '2027-08-31')
		})
	});
	await fc.assert(
		fc.asyncProperty(question, async ({ filters, ...change }) => {
			const measures = ['deficit_needed'];
			const definition = { ...needs, ...change, measures, filters: { ...NOWHERE, ...filters } };
			const { rows } = await table(definition as SummaryDefinition);
			for (const cell of rows.flatMap(({ cells }) => cells))
				if (cell.kind === 'value') expect(cell.whole % 5).toBe(0);
		}),
		{ numRuns: 30 }
	);
});

function partOf(cell: contract.SummaryTable['rows'][number]['cells'][number] | undefined): number {
	return cell?.kind === 'value' ? cell.part : 0;
}
