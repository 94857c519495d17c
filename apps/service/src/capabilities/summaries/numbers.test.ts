import { getMonitoring } from '@stazhirovka/contract/monitoring';
import * as contract from '@stazhirovka/contract/summaries';
import { regions, sites } from '@stazhirovka/db/schema';
import { INDICATOR_KEYS } from '@stazhirovka/domain/indicators';
import { measuresFor, SUBJECTS, type SummaryDefinition } from '@stazhirovka/domain/summaries';
import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { makePast, PAST } from '../../testing/past.ts';
import { makePerson } from '../../testing/person.ts';
import { refused } from '../../testing/refused.ts';
import type { Visitor } from '../../testing/visitor.ts';
import { createWorld, leaderOf, type World } from '../../testing/world.ts';
import { keepFigures } from '../monitoring/index.ts';

const NOWHERE = { sites: [], municipalities: [], regulations: [], programmes: [] };
const plain: SummaryDefinition = {
	subject: 'site',
	measures: ['enrolled', 'completed', 'completion', 'tasks_in_time', 'tutor_response', 'plan_done'],
	period: { kind: 'school_year', back: 0 },
	comparison: 'none',
	filters: NOWHERE,
	sort: { by: 'title', order: 'up' },
	chart: 'bars'
};

let world: World;
let coordinator: Visitor;
let leader: Visitor;
const asked = (change: Partial<SummaryDefinition> = {}) => ({
	querystring: { definition: JSON.stringify({ ...plain, ...change }) }
});

beforeAll(async () => {
	world = await createWorld();
	await makePast(world, PAST);
	await keepFigures(world.deps);
	coordinator = await world.as(world.coordinator);
	leader = await world.as(world.leader);
	return world.close;
});

test('a number of a summary is the number of monitoring at the same moment, for every indicator', async () => {
	const monitoring = await coordinator.must(getMonitoring, { querystring: {} });
	const measures = [...INDICATOR_KEYS];
	const table = await coordinator.must(contract.getSummaryTable, asked({ measures, comparison: 'none' }));
	expect(table.rows.length).toBe(monitoring.sites.length);
	for (const { id, figures } of monitoring.sites) {
		const row = table.rows.find(({ key }) => key === id)!;
		expect(row.cells).toEqual(measures.map((key) => figures[key]));
	}
	const before = await coordinator.must(
		contract.getSummaryTable,
		asked({ measures: ['completion'], comparison: 'previous' })
	);
	for (const { id, figures, before: past } of monitoring.sites)
		expect(before.rows.find(({ key }) => key === id)!.cells).toEqual([past.completion, figures.completion]);
});

test('the same people are counted once whatever the rows are, and the total is of all of them', async () => {
	const totals = [];
	for (const subject of ['site', 'municipality', 'regulation', 'programme', 'cohort'] as const) {
		const measures = ['cohorts', 'enrolled', 'completion', 'tutor_response'] as const;
		const { rows, total } = await coordinator.must(
			contract.getSummaryTable,
			asked({ subject, measures: measures.filter((key) => key !== 'cohorts' || subject !== 'cohort') })
		);
		totals.push((total ?? rows[0]!.cells).slice(subject === 'cohort' ? 0 : 1));
	}
	expect(new Set(totals.map((total) => JSON.stringify(total))).size).toBe(1);
	// The cohort of three interns has not ended.
	expect(totals[0]![0]).toMatchObject({ value: 11 + 7 });
	expect(totals[0]![1]).toMatchObject({ part: 7 + 4, whole: 18 });
});

test('a group under five has no number of its own, in rows and in records', async () => {
	const { rows } = await leader.must(
		contract.getSummaryTable,
		asked({ subject: 'cohort', measures: ['enrolled', 'completion', 'effect_cards'] })
	);
	const small = rows.filter(({ cells: [enrolled] }) => enrolled?.kind === 'few');
	expect(small.length).toBeGreaterThan(0);
	for (const { cells } of small) expect(cells).toEqual(cells.map(() => ({ kind: 'few' })));
	const effect = rows.flatMap(({ cells }) => (cells[2]?.kind === 'value' ? [cells[2].whole] : []));
	for (const whole of effect) expect(whole % 5).toBe(0);
});

test('R167: whatever is asked and however it is narrowed, effect is told of whole fives, also in differences', async () => {
	const { sites, municipalities, regulations, programmes } = await coordinator.must(
		contract.getSummaryChoices,
		{}
	);
	const values = (choices: { value: string }[]) => choices.map(({ value }) => value);
	const some = (choices: { value: string }[]) => fc.subarray(values(choices));
	const question = fc.record({
		subject: fc.constantFrom('site', 'municipality', 'regulation', 'programme', 'cohort'),
		filters: fc.record({
			...{ sites: some(sites), municipalities: some(municipalities) },
			...{ regulations: some(regulations), programmes: some(programmes) }
		}),
		comparison: fc.constantFrom('none', 'previous', 'years'),
		period: fc.oneof(
			fc.record({ kind: fc.constant('school_year'), back: fc.nat(2) }),
			fc.record({
				kind: fc.constant('days'),
				from: fc.constantFrom('2026-05-01', '2026-12-21', '2026-12-25'),
				to: fc.constantFrom('2026-12-25', '2027-03-31', '2027-08-31')
			})
		)
	}) as fc.Arbitrary<Partial<SummaryDefinition>>;
	await fc.assert(
		fc.asyncProperty(question, async (change) => {
			const { rows, total } = await coordinator.must(
				contract.getSummaryTable,
				asked({ ...change, measures: ['effect_cards'], chart: 'none' })
			);
			for (const cell of [...rows.flatMap(({ cells }) => cells), ...(total ?? [])])
				if (cell?.kind === 'value') expect(cell.whole % 5).toBe(0);
		}),
		{ numRuns: 40 }
	);
});

test('every number opens its records, and they add up to it', async () => {
	for (const subject of SUBJECTS) {
		const definition = { ...plain, subject, filters: NOWHERE };
		const measures = measuresFor(definition).map(({ key }) => key);
		const table = await coordinator.must(
			contract.getSummaryTable,
			asked({ subject, measures: measures.slice(0, 16), sort: { by: 'title', order: 'up' } })
		);
		for (const [place, { measure, span }] of table.columns.entries()) {
			const row = table.rows.find(({ cells }) => cells[place]?.kind === 'value');
			if (!row) continue;
			const { figure, cohorts, records } = await coordinator.must(contract.listSummaryRecords, {
				querystring: {
					...asked({ subject, measures: measures.slice(0, 16) }).querystring,
					...{ row: row.key, measure, span }
				}
			});
			expect(figure).toEqual(row.cells[place]);
			const whole = figure.kind === 'value' ? figure.whole : 0;
			const behind =
				records.length ||
				cohorts.reduce((sum, one) => sum + (one.figure?.kind === 'value' ? one.figure.whole : 0), 0) ||
				cohorts.length;
			const untold = cohorts.some((one) => one.figure?.kind === 'few');
			if (whole > 0 && !untold) expect([subject, measure, behind]).toEqual([subject, measure, whole]);
		}
	}
});

test('a leader counts the own site alone, a filter for others finds nothing, and nobody else counts at all', async () => {
	const own = await leader.must(contract.getSummaryTable, asked());
	expect(own.rows.map(({ key }) => key)).toEqual([world.site.id]);
	const filters = { ...NOWHERE, sites: [world.otherSite.id] };
	const other = await leader.must(contract.getSummaryTable, asked({ filters }));
	expect(other.rows).toEqual([]);
	expect(JSON.stringify(other)).not.toContain(world.otherSite.title);
	const records = await leader.call(contract.listSummaryRecords, {
		querystring: { ...asked().querystring, row: world.otherSite.id, measure: 'completion', span: 0 }
	});
	expect(records).toEqual(refused(404, 'summary_records.missing'));
	const { sites } = await leader.must(contract.getSummaryChoices, {});
	expect(sites.map(({ value }) => value)).toEqual([world.site.id]);
	for (const person of [world.tutor, world.interns[0]!, world.stranger]) {
		const visitor = await world.as(person);
		for (const answer of [
			await visitor.call(contract.getSummaryTable, asked()),
			await visitor.call(contract.getSummaryChoices, {}),
			await visitor.call(contract.listSummaries, {}),
			await visitor.call(contract.listExports, {})
		])
			expect(answer).toEqual(refused(404, 'monitoring.missing'));
	}
});

test('what was written wrong is refused with the place of the fault', async () => {
	expect(
		await leader.call(contract.getSummaryTable, { querystring: { definition: '{"subject":"site"' } })
	).toEqual(refused(422, 'summary.unreadable', { field: 'definition' }));
	expect(await leader.call(contract.getSummaryTable, asked({ measures: [] }))).toEqual(
		refused(422, 'summary.faulty', { faults: [{ field: 'measures', code: 'summary.no_measures' }] })
	);
	const unchosen = { kind: 'days' as const, from: '', to: '' };
	expect(await leader.call(contract.getSummaryTable, asked({ period: unchosen }))).toEqual(
		refused(422, 'summary.faulty', { faults: [{ field: 'from', code: 'summary.day_missing' }] })
	);
	const sites = Array.from({ length: 41 }, () => randomUUID());
	expect(await leader.call(contract.getSummaryTable, asked({ filters: { ...NOWHERE, sites } }))).toEqual(
		refused(422, 'summary.faulty', {
			faults: [{ field: 'sites', code: 'summary.too_many', limit: 40 }]
		})
	);
});

test('who keeps a region and leads a site of another one reads the names of both', async () => {
	const [other] = await world.db.insert(regions).values({ title: 'Южноморский край' }).returning();
	const { id: siteId, title } = world.otherSite;
	await world.db.update(sites).set({ regionId: other!.id }).where(eq(sites.id, siteId));
	const keeps = { role: 'coordinator' as const, scope: { kind: 'region' as const, id: world.region.id } };
	const both = await world.as(await makePerson(world.db, {}, [keeps, leaderOf(siteId)]));
	const { scope: told, rows } = await both.must(contract.getSummaryTable, asked());
	expect(rows.map(({ key }) => key)).toContain(siteId);
	expect(told).toContain(world.region.title);
	expect(told).toContain(title);
});
