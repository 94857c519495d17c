import { getDecisionDesk } from '@stazhirovka/contract/sites';
import { getRegulation, type GivenPart } from '@stazhirovka/contract/regulations';
import { afterAll, expect, test } from 'vitest';
import { faultsOf, openDesk, orderOf } from '../../testing/granting.ts';
import { refused } from '../../testing/refused.ts';
import { keeper, regulationOf } from '../../testing/regulation.ts';
import { reportingSite } from '../../testing/reports.ts';
import { createWorld } from '../../testing/world.ts';

const world = await createWorld({ now: '2027-01-18T07:00:00Z' });
afterAll(world.close);
const desk = await openDesk(world);
const guest = await world.as(null);
const { put, publish, give } = keeper(desk.coordinator);

const TERM: GivenPart = {
	part: 'status.term',
	term: { kind: 'max_duration', text: 'Приказ № 5', months: 24, starts: null, ends: null }
};
const GROUNDS: GivenPart = {
	part: 'termination.grounds',
	grounds: [{ code: 'obstacles', text: 'Организация закрыта', exceptional: false }]
};
const GRANTING: GivenPart[] = [
	{ part: 'status.granted_by', text: 'Министерство образования' },
	{ part: 'status.act', act: 'приказ' }
];
const SECTIONS: GivenPart = {
	part: 'programme_structure.sections',
	rows: [{ label: 'Цель' }, { label: 'Сроки реализации' }]
};

type Draft = { id: string; revision: number };

/** Gives these parts to a draft, one after the other; answers with the draft as it stands. */
async function giveAll(draft: Draft, given: readonly GivenPart[]): Promise<Draft> {
	let { revision } = draft;
	for (const part of given) {
		expect(await give({ ...draft, revision }, part)).toMatchObject({ ok: true });
		revision += 1;
	}
	return { id: draft.id, revision };
}

/** One that is decided without anybody but who grants: only its source's silence stands in the way. */
function silentOf(key: string, change: Record<string, unknown> = {}) {
	const source = regulationOf(key, { theme_fixed: false });
	const status = { ...source.status, on_submission_of: null, decided_by_body: null };
	const application = { exists: false, fields: [] };
	const window = { kind: 'none', act: null };
	return {
		...source,
		...{ application, programme_structure: { exists: true, sections: [] } },
		status: { ...status, expertise: { required: false }, application_window: window },
		...change
	};
}

test('R7, R16, R24: a term, grounds and sections by hand are read as those of the source', async () => {
	const draft = await giveAll(await put(silentOf('given_all')), [TERM, GROUNDS, SECTIONS]);
	await publish(draft, '2027-01-01');
	const shown = await guest.must(getRegulation, { params: { key: 'given_all' }, querystring: {} });
	expect(shown.term).toEqual({
		...{ kind: 'max_duration', text: 'Приказ № 5', maxMonths: 24, starts: null, ends: null }
	});
	expect(shown.termination.grounds).toEqual([
		{ code: 'obstacles', text: 'Организация закрыта', exceptional: false }
	]);
	expect(shown.programme.sections.map(({ n, title }) => [n, title])).toEqual([
		[1, 'Цель'],
		[2, 'Сроки реализации']
	]);
	expect(shown.completed.map(({ part }) => part)).toEqual([TERM.part, GROUNDS.part, SECTIONS.part]);
	expect(shown.missing).not.toEqual(expect.arrayContaining(['status.term', 'termination.grounds']));
});

test('a term that cannot be is told with its place', async () => {
	const draft = await put(silentOf('wrong_term'));
	const term = { ...TERM.term, kind: 'bound_to_project' as const, ends: '2027-02-30' };
	expect(await give(draft, { part: 'status.term', term })).toMatchObject({
		refusal: {
			status: 409,
			problem: { details: { findings: [{ place: 'status.term.ends', code: 'date.impossible' }] } }
		}
	});
});

test('a newer file that tells the term itself takes the place of what was given by hand', async () => {
	const draft = await giveAll(await put(silentOf('retold')), [TERM, GROUNDS]);
	await publish(draft, '2027-01-01');
	const source = silentOf('retold');
	const told = { kind: 'max_duration', text: 'на год', max_months: 12 };
	const newer = await put({ ...source, status: { ...source.status, term: told } });
	expect(newer.completed.map(({ part }) => part)).toEqual(['termination.grounds']);
	expect(await give(newer, TERM)).toEqual(
		refused(409, 'regulation.part_not_missing', { part: 'status.term' })
	);
	await publish(newer, '2027-01-18');
	const shown = await guest.must(getRegulation, { params: { key: 'retold' }, querystring: {} });
	expect(shown.term).toMatchObject({ text: 'на год', maxMonths: 12 });
	expect(shown.termination.grounds).toHaveLength(1);
});

test('R3: what was begun under a silent version is refused with its part, and granted once it is given by hand', async () => {
	const key = 'silent_then_told';
	await publish(await put(silentOf(key)), '2026-01-01');
	const application = await desk.apply(key, { state: 'complete', direct: true });
	const order = orderOf({ kind: 'приказ' });
	const asked = { lastDay: '2029-01-17' };
	expect(faultsOf(await desk.grant(order, [application], asked))).toEqual([
		'grants.0 status.regulation_silent',
		'grants.0 status.regulation_silent'
	]);

	await publish(await giveAll(await put(silentOf(key)), [...GRANTING, TERM, GROUNDS]), '2027-01-18');
	expect(faultsOf(await desk.grant(order, [application], { lastDay: '2029-01-18' }))).toEqual([
		'grants.0.lastDay status.term_too_long'
	]);
	const granted = await desk.grant(order, [application], asked);
	const id = granted.ok ? (granted.value.sites[0] ?? '') : '';
	const decided = await desk.coordinator.must(getDecisionDesk, { params: { id } });
	expect(decided).toMatchObject({
		...{ issuer: 'Министерство образования', actKind: 'приказ' },
		grounds: [{ code: 'obstacles', text: 'Организация закрыта' }]
	});
});

test('R126: a report whose day and addressee nobody told is due once they are given by hand', async () => {
	const key = 'report_by_hand';
	const report = { exists: true, fields: [], fields_source: 'not_in_seed', deadline: null };
	await publish(await put(silentOf(key, { report })), '2026-01-01');
	const site = await reportingSite(world, key);
	expect(await site.list()).toMatchObject({
		...{ title: null, to: null, deadline: null, dues: [] },
		silent: ['report.fields', 'report.deadline', 'report.to']
	});
	expect(await site.begin(null)).toEqual(refused(409, 'report.no_form'));

	const rows = [{ label: 'Что сделано', type: 'rich_text' as const, required: true }];
	const given: GivenPart[] = [
		{ part: 'report.fields', rows },
		{ part: 'report.deadline', month: 6, day: 1 },
		{ part: 'report.to', text: 'Региональный координатор' }
	];
	await publish(await giveAll(await put(silentOf(key, { report })), given), '2027-01-18');
	expect(await site.list()).toMatchObject({
		...{ title: 'Отчёт', to: 'Региональный координатор', deadline: { month: 6, day: 1 }, silent: [] },
		dues: [{ dueOn: '2027-06-01', standing: 'due' }]
	});
	expect(await site.begin('2027-06-01')).toMatchObject({ ok: true });
});
