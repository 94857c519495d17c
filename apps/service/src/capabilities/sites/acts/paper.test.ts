import {
	enterSiteOnPaper,
	getSite,
	listEndingSites,
	listKeptSites,
	proposeSite,
	type SiteOnPaper
} from '@stazhirovka/contract/sites';
import { acts, journal, sites } from '@stazhirovka/db/schema';
import { regulationFile } from '@stazhirovka/db/seeds';
import { eq } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import { afterAll, expect, test } from 'vitest';
import { refused } from '../../../testing/refused.ts';
import { keeper as keeperOf } from '../../../testing/regulation.ts';
import { orderOf } from '../../../testing/granting.ts';
import { createWorld } from '../../../testing/world.ts';

const world = await createWorld();
afterAll(world.close);

const keeper = await world.as(world.coordinator);
const draft = await keeperOf(keeper).put(regulationFile('lenobl'));
await keeperOf(keeper).publish(draft, '2026-01-01');
const organisationId = world.organisation('org-31').id;

const paper = (changes: Partial<SiteOnPaper> = {}): SiteOnPaper => ({
	...{ id: randomUUID(), organisationId, title: 'Площадка «Чтение»', theme: 'Смысловое чтение' },
	...{ regulationKey: 'lenobl', code: '331', timeZone: 'Asia/Omsk' },
	act: orderOf({ number: '5-р', signedOn: '2026-02-10', known: true }),
	...{ from: '2026-02-15', lastDay: '2027-02-14', leaderEmail: null, ...changes }
});
const enter = (body: SiteOnPaper) => keeper.call(enterSiteOnPaper, { body });
const faultsOf = async (changes: Partial<SiteOnPaper>) => {
	const answer = await enter(paper(changes));
	const faults = answer.ok
		? []
		: (answer.refusal.problem.details?.faults as { field: string; code: string }[]);
	return faults.map(({ field, code }) => [field, code]);
};

test('a form begins with a code that no site has, and with what the regulations prescribe', async () => {
	const organisation = world.organisation('org-912').id;
	expect(await keeper.must(proposeSite, { querystring: { organisation } })).toMatchObject({
		code: '912-2',
		regulations: [{ key: 'lenobl', act: 'распоряжение', theme: null }]
	});
});

test('R3 R7 a paper is judged by its regulation: the act, the term and the leader', async () => {
	const act = orderOf({ kind: 'приказ', signedOn: '2026-02-10' });
	expect(await faultsOf({ act })).toEqual([['act.kind', 'status.wrong_act']]);
	expect(await faultsOf({ lastDay: '2029-02-15' })).toEqual([['lastDay', 'status.term_too_long']]);
	expect(await faultsOf({ from: '2026-02-01' })).toEqual([['from', 'status.before_act']]);
	expect(await faultsOf({ theme: '' })).toEqual([['theme', 'status.theme_missing']]);
	expect(await faultsOf({ leaderEmail: 'nobody@test.example' })).toEqual([
		['leaderEmail', 'site.leader_unknown']
	]);
	expect(await faultsOf({ code: '912' })).toEqual([['code', 'site.code_taken']]);
	expect(await enter(paper({ regulationKey: 'unknown' }))).toEqual(refused(409, 'site.regulation_missing'));
	expect(await world.db.$count(sites)).toBe(2);
	expect(await world.db.$count(acts, eq(acts.number, '5-р'))).toBe(0);
});

test('R6 a site that is known on paper stands in the register, once, and its leader leads it', async () => {
	const body = paper({ leaderEmail: world.stranger.email.toUpperCase() });
	const answers = await Promise.all([enter(body), enter(body)]);
	expect(answers).toMatchObject([
		{ value: { id: body.id, standing: { status: 'active', lastDay: '2027-02-14' } } },
		{ value: { history: [{ kind: 'grant' }] } }
	]);
	const passport = await keeper.must(getSite, { params: { id: body.id }, querystring: {} });
	expect(passport).toMatchObject({
		leaders: [{ fullName: 'Проба Вера' }],
		regulation: { changesLegalForm: false, privileges: [expect.stringContaining('первоочередном')] }
	});
	const entries = await world.db.select().from(journal).where(eq(journal.subjectId, body.id));
	expect(entries.map(({ kind, data }) => [kind, data.title ?? data.from, data.theme])).toEqual([
		['site.entered', body.title, body.theme],
		['site.status_entered', '2026-02-15', undefined]
	]);
});

test('R4 what was signed since the regulation is kept here proves nothing: its way is gone here', async () => {
	const act = orderOf({ signedOn: '2027-01-18' });
	const dates = { from: '2027-01-18', lastDay: '2028-01-17', theme: 'Письмо' };
	expect(await faultsOf({ act, ...dates })).toEqual([['act.signedOn', 'status.kept_here']]);
	const dayBefore = orderOf({ signedOn: '2027-01-17' });
	expect((await enter(paper({ act: dayBefore, ...dates, code: 'eve', title: 'Яуза' }))).ok).toBe(true);
});

test('R11 a theme that the regulation fixes is taken from it', async () => {
	const fixed = await keeperOf(keeper).put(regulationFile('mariinsk'));
	await keeperOf(keeper).publish(fixed, '2026-01-01');
	const act = orderOf({ kind: 'приказ', signedOn: '2026-02-10' });
	const entered = await enter(
		paper({
			regulationKey: 'mariinsk',
			code: 'fixed',
			title: 'Я площадка',
			theme: '',
			act,
			lastDay: '2028-02-14'
		})
	);
	expect(entered).toMatchObject({ value: { theme: expect.stringContaining('Мариинского муниципального') } });
});

test('R6 one act may cover a list of sites and is entered once', async () => {
	const act = { ...paper().act, issuer: 'КОМИТЕТ' };
	const list = { code: 'list', title: 'Вторая площадка', act: { ...act, known: false } };
	expect(await faultsOf(list)).toEqual([['theme', 'status.theme_taken']]);
	const second = paper({ ...list, theme: 'Счёт' });
	expect(await enter(second)).toMatchObject(refused(409, 'act.entered_already'));
	expect((await enter({ ...second, act })).ok).toBe(true);
	expect(await world.db.$count(acts, eq(acts.number, '5-р'))).toBe(1);
});

test('R25 terms that end soon come first to the keeper and to the leader', async () => {
	const { items } = await keeper.must(listKeptSites, { querystring: {} });
	expect(items.map(({ title, ending }) => [title.slice(0, 8), ending?.days, ending?.warning])).toEqual([
		['Вторая п', 27, 30],
		['Площадка', 27, 30],
		['Регионал', undefined, undefined],
		['Регионал', undefined, undefined],
		['Я площад', undefined, undefined],
		['Яуза', undefined, undefined]
	]);
	expect((await keeper.must(listEndingSites, {})).length).toBe(2);
	const leader = await world.as(world.stranger);
	expect(await leader.must(listEndingSites, {})).toMatchObject([
		{ title: 'Площадка «Чтение»', ending: { lastDay: '2027-02-14', days: 27, warning: 30 } }
	]);
	expect(await (await world.as(world.otherLeader)).must(listEndingSites, {})).toEqual([]);
});

test('nobody enters a site into a region of others', async () => {
	const missing = refused(404, 'organisation.missing');
	const leader = await world.as(world.leader);
	expect(await leader.call(enterSiteOnPaper, { body: paper({ code: 'x' }) })).toEqual(missing);
	expect(await leader.call(proposeSite, { querystring: { organisation: organisationId } })).toEqual(missing);
	expect((await leader.must(listKeptSites, { querystring: {} })).total).toBe(0);
});
