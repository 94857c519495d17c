import {
	askReports,
	beginAsked,
	getReportDesk,
	listAskable,
	listPlanMismatches
} from '@stazhirovka/contract/plans';
import { outbox, sites } from '@stazhirovka/db/schema';
import { addDays } from '@stazhirovka/domain/calendar';
import { duesOf, standingOf } from '@stazhirovka/domain/plans';
import { and, eq, like } from 'drizzle-orm';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { recorded } from '../../../testing/records.ts';
import { refused } from '../../../testing/refused.ts';
import { beginIn, reportingSite, review, whole } from '../../../testing/reports.ts';
import { publishRules } from '../../../testing/sites.ts';
import { createWorld } from '../../../testing/world.ts';
import { statusPeriodsOf } from '../../sites/index.ts';

const NOW = '2027-05-20T07:00:00Z';
const world = await createWorld({ now: NOW });
afterAll(world.close);
beforeEach(() => world.at(NOW));
await publishRules(world, 'kuzbass', 'lenobl', 'mariinsk');
const keeper = await world.as(world.coordinator);

const desk = (query: object = {}) => keeper.must(getReportDesk, { querystring: query });
const asking = { dueOn: '2027-05-31', subject: 'Итоги полугодия', askedFor: 'Департамент образования' };
const ask = (siteIds: string[], change: object = {}, by = keeper) =>
	by.call(askReports, { body: { siteIds, ...asking, ...change } });

/** Everything on the desk about one site, as «due standing». */
async function linesOf(siteId: string): Promise<string[]> {
	const first = await desk();
	const pages = Array.from({ length: Math.ceil(first.total / first.pageSize) }, (_, index) => index + 1);
	const all = await Promise.all(pages.map((page) => desk({ page: String(page) })));
	const lines = all.flatMap((one) => one.lines);
	expect(lines).toHaveLength(first.total);
	return lines
		.filter(({ site }) => site.id === siteId)
		.map(({ dueOn, standing }) => `${dueOn} ${standing}`)
		.toSorted();
}

test('the desk says of every site what the rule of the domain says, on any day', async () => {
	const terms = [
		{ from: '2025-09-01', lastDay: '2028-08-31' },
		{ from: '2026-06-01', lastDay: '2027-06-01' },
		{ from: '2026-06-02', lastDay: '2027-05-31' },
		{ from: '2027-06-02', lastDay: '2027-08-31' }
	];
	const made = [];
	for (const term of terms) made.push(await reportingSite(world, 'kuzbass', term));
	for (const day of ['2027-05-20', '2027-05-31', '2027-06-01', '2027-06-02', '2028-06-01', '2029-01-01']) {
		world.at(`${day}T07:00:00Z`);
		for (const site of made) {
			const periods = await statusPeriodsOf(world.db, site.id);
			const deadline = { month: 6, day: 1 };
			const dues = duesOf({ deadline, periods, since: '2026-09-01', today: day });
			const expected = dues.map(({ dueOn }) => `${dueOn} ${standingOf(dueOn, null, day)}`);
			expect(await linesOf(site.id), `${day} ${site.title}`).toEqual(expected.toSorted());
		}
	}
});

test('the desk is filtered by how a report stands, and counts all', async () => {
	const { site, report, id } = await beginIn(world);
	const at = async (standing: string) =>
		(await desk({ standing })).lines.filter((line) => line.site.id === site.id);
	expect(await at('due')).toMatchObject([{ reportId: id, dueOn: '2027-06-01', kind: 'regular' }]);
	world.at('2027-06-02T07:00:00Z');
	expect(await at('overdue')).toMatchObject([{ reportId: id }]);
	await site.submit(id, report.sheet.revision, whole(report));
	expect(await at('handed_in')).toMatchObject([{ reportId: id, submittedOn: '2027-06-02', late: true }]);
	await review(keeper, id, { revision: report.sheet.revision + 1, decision: 'accept' });
	expect(await at('accepted')).toMatchObject([{ reportId: id }]);

	const { counts, total, lines } = await desk({ standing: 'overdue' });
	expect([total, new Set(lines.map(({ standing }) => standing))]).toEqual([
		counts.overdue,
		new Set(['overdue'])
	]);
});

test('R127: a report is asked of several sites at once, by letter, and the same is asked once', async () => {
	const one = await reportingSite(world, 'lenobl');
	const two = await reportingSite(world, 'kuzbass');
	expect(await ask([one.id, two.id])).toEqual({ ok: true, value: { asked: 2 } });
	expect(await Promise.all([ask([one.id, two.id]), ask([one.id])])).toEqual([
		{ ok: true, value: { asked: 0 } },
		{ ok: true, value: { asked: 0 } }
	]);
	const letters = await world.db
		.select({ text: outbox.text })
		.from(outbox)
		.where(and(eq(outbox.to, one.leader.email), like(outbox.subject, 'Запрошен отчёт%')));
	expect(letters).toHaveLength(1);
	expect(letters[0]?.text).toContain('Кто запрашивает: Департамент образования');
	expect(await recorded(world.db, 'report.asked', [(await one.list()).reports[0]!.id])).toMatchObject([
		{ actorId: world.coordinator.id, data: { siteId: one.id, ...asking } }
	]);
});

test('R127: a report on request has its own day, the form of its regulation, or free words', async () => {
	const site = await reportingSite(world, 'lenobl');
	const event = await site.hold({ title: 'Семинар', participants: 30, heldOn: '2027-03-05' });
	await ask([site.id]);
	const [head] = (await site.list()).reports;
	expect(head).toMatchObject({ kind: 'request', ...asking, standing: 'due', period: null, state: 'draft' });

	const { id } = head!;
	expect(await site.read(id)).toMatchObject({ can: { begin: true, write: false }, sheet: { answer: {} } });
	expect(await site.save(id, 0, {})).toEqual(refused(409, 'report.not_begun'));
	await Promise.all([1, 2].map(() => site.visitor.must(beginAsked, { params: { id } })));
	expect(await recorded(world.db, 'report.begun', [id])).toHaveLength(1);

	const report = await site.read(id);
	expect(report).toMatchObject({ ownForm: false, told: [{ records: [{ id: event }] }] });
	const told = [{ event: 'Семинар', form: 'семинар', participants: 300 }];
	const answer = { ...report.sheet.answer, answer: 'Всё сделано', events: told };
	await site.submit(id, report.sheet.revision, answer);
	expect((await site.read(id)).mismatches).toMatchObject({
		ground: 'несоответствие реальной деятельности и деятельности, представленной в отчётах',
		found: [{ kind: 'participants', told: 300, logged: 30 }]
	});
});

test('a request names sites, a day that has not passed, and what is wanted; strangers ask nobody', async () => {
	const site = await reportingSite(world, 'mariinsk');
	const wrong = await ask([], { dueOn: '2027-05-19', subject: ' ' });
	expect(wrong).toEqual(
		refused(422, 'report.faulty', {
			faults: [
				{ code: 'report.sites_missing', field: 'siteIds' },
				{ code: 'report.due_past', field: 'dueOn' },
				{ code: 'report.subject_missing', field: 'subject' }
			]
		})
	);
	expect(await ask([site.id], {}, site.visitor)).toEqual(refused(404, 'site.missing'));
	expect((await site.visitor.must(getReportDesk, { querystring: {} })).total).toBe(0);
	expect((await site.visitor.must(listAskable, { querystring: {} })).sites).toEqual([]);
	expect((await site.visitor.must(listPlanMismatches, { querystring: {} })).lines).toEqual([]);
});

test('sites are found by their names to be asked, those whose status has begun', async () => {
	const site = await reportingSite(world, 'kuzbass');
	const ahead = await reportingSite(world, 'kuzbass', { from: '2027-06-02', lastDay: '2027-08-31' });
	await world.db.update(sites).set({ title: 'Особая 100% площадка' }).where(eq(sites.id, site.id));
	await world.db.update(sites).set({ title: 'Особая 100 площадка' }).where(eq(sites.id, ahead.id));
	const found = (search: string) => keeper.must(listAskable, { querystring: { search } });
	const known = {
		title: 'Особая 100% площадка',
		onRequestOf: 'департамент образования и науки Кемеровской области'
	};
	expect(await found('особая 100')).toMatchObject({ total: 1, sites: [known] });
	expect((await found('100% п')).sites.map(({ id }) => id)).toEqual([site.id]);
});

test('R26: plans that are reports stand on the desk with their gaps, and under other rules they do not', async () => {
	const site = await reportingSite(world, 'lenobl');
	const other = await reportingSite(world, 'mariinsk');
	for (const one of [site, other]) {
		await one.row('Открытый урок', '2027-05-19');
		await one.row('Сегодня', '2027-05-20');
		await one.row('Отменён', addDays('2027-05-20', -9), { cancelledAt: new Date(NOW) });
		await one.hold({ title: 'Семинар', participants: 4, heldOn: '2027-03-01' });
	}
	const { lines } = await keeper.must(listPlanMismatches, { querystring: {} });
	expect(lines.find((line) => line.site.id === site.id)).toMatchObject({
		...{ overdue: 1, withoutEvidence: 1 },
		ground: 'несоответствие реальной деятельности и деятельности, представленной в отчётах'
	});
	expect(lines.some((line) => line.site.id === other.id)).toBe(false);
});
