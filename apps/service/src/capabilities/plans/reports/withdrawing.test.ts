import {
	askReports,
	beginAsked,
	getDue,
	getReport,
	getReportDesk,
	withdrawRequest
} from '@stazhirovka/contract/plans';
import { outbox, people } from '@stazhirovka/db/schema';
import { and, eq, like } from 'drizzle-orm';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { makePerson } from '../../../testing/person.ts';
import { recorded } from '../../../testing/records.ts';
import { refused } from '../../../testing/refused.ts';
import { beginIn, reportingSite, review, whole } from '../../../testing/reports.ts';
import { publishRules } from '../../../testing/sites.ts';
import type { Visitor } from '../../../testing/visitor.ts';
import { createWorld } from '../../../testing/world.ts';

const NOW = '2027-05-20T07:00:00Z';
const world = await createWorld({ now: NOW });
afterAll(world.close);
beforeEach(() => world.at(NOW));
await publishRules(world, 'kuzbass', 'mariinsk');
const keeper = await world.as(world.coordinator);
const region = { kind: 'region' as const, id: world.region.id };
const another = await makePerson(world.db, {}, [{ role: 'coordinator', scope: region }]);
const colleague = await world.as(another);

const asking = { dueOn: '2027-05-31', subject: 'Итоги полугодия', askedFor: 'Департамент образования' };
const REASON = 'Сведения уже получены';

/** A request that stands at a site of its own. */
async function asked(by: Visitor = keeper) {
	const site = await reportingSite(world, 'mariinsk');
	await by.must(askReports, { body: { siteIds: [site.id], ...asking } });
	const id = (await site.list()).reports[0]?.id ?? '';
	const revision = async () => (await site.read(id)).sheet.revision;
	const withdraw = async (who: Visitor = keeper, reason = REASON, seen?: number) =>
		who.call(withdrawRequest, {
			params: { id },
			body: { revision: seen ?? (await revision()), reason }
		});
	const due = async () => (await site.visitor.must(getDue, { params: { id: site.id } })).due;
	return { site, id, withdraw, due };
}

test('R127: who asked takes a request back with a reason; its leader is told, and its history stays', async () => {
	const { site, id, withdraw, due } = await asked();
	await site.visitor.must(beginAsked, { params: { id } });
	const begun = await site.read(id);
	await site.save(id, begun.sheet.revision, { ...begun.sheet.answer, answer: 'Начали писать' });
	expect((await due()).map(({ kind, on, reportId, title }) => [kind, on, reportId, title])).toContainEqual([
		...['report_due', asking.dueOn, id, asking.subject]
	]);

	expect(await withdraw(keeper, 'нет')).toMatchObject({ refusal: { code: 'report.reason_missing' } });
	expect(await withdraw()).toMatchObject({ ok: true });
	expect(await site.read(id)).toMatchObject({
		...{ state: 'withdrawn', standing: 'withdrawn', can: { begin: false, write: false } },
		withdrawal: { reason: REASON, at: '2027-05-20T07:00:00.000Z' },
		sheet: { answer: { answer: 'Начали писать' }, can: { save: false } }
	});
	expect((await due()).some(({ reportId }) => reportId === id)).toBe(false);
	world.at('2027-06-10T07:00:00Z');
	expect((await site.list()).reports).toMatchObject([{ id, standing: 'withdrawn' }]);

	const letters = await world.db
		.select({ text: outbox.text })
		.from(outbox)
		.where(and(eq(outbox.to, site.leader.email), like(outbox.subject, 'Запрос отчёта отозван%')));
	expect(letters).toHaveLength(1);
	expect(letters[0]?.text).toContain(REASON);
	expect(await recorded(world.db, 'report.withdrawn', [id])).toMatchObject([
		{ actorId: world.coordinator.id, data: { siteId: site.id, from: 'draft', reason: REASON } }
	]);
	const desk = await keeper.must(getReportDesk, { querystring: { standing: 'withdrawn' } });
	expect(desk.lines.map(({ reportId }) => reportId)).toContain(id);
	expect(await site.save(id, 2, {})).toEqual(refused(409, 'form.submitted'));
});

test('the same may be asked anew once it was taken back, and both stand', async () => {
	const { site, withdraw } = await asked();
	await withdraw();
	expect(await keeper.must(askReports, { body: { siteIds: [site.id], ...asking } })).toEqual({ asked: 1 });
	expect((await site.list()).reports.map(({ standing }) => standing).sort()).toEqual(['due', 'withdrawn']);
});

test('nobody else takes it back while who asked has an account; then any keeper does', async () => {
	const { site, id, withdraw } = await asked(colleague);
	expect(await withdraw(keeper)).toMatchObject({ refusal: { status: 403 } });
	expect(await withdraw(site.visitor)).toEqual(refused(404, 'report.missing'));
	const mayWithdraw = async (by: Visitor) => (await by.must(getReport, { params: { id } })).can.withdraw;
	expect([await mayWithdraw(keeper), await mayWithdraw(colleague)]).toEqual([false, true]);

	await world.db
		.update(people)
		.set({ blockedAt: new Date(NOW) })
		.where(eq(people.id, another.id));
	expect(await withdraw(keeper)).toMatchObject({ ok: true });
	await world.db.update(people).set({ blockedAt: null }).where(eq(people.id, another.id));
});

test('what was accepted, and what the regulation asks for, is not taken back; of two at once one is told', async () => {
	const { id } = await beginIn(world);
	expect(
		await keeper.call(withdrawRequest, { params: { id }, body: { revision: 0, reason: REASON } })
	).toMatchObject({ refusal: { status: 403 } });

	const { site, id: own, withdraw } = await asked();
	await site.visitor.must(beginAsked, { params: { id: own } });
	const { sheet } = await site.read(own);
	await site.submit(own, sheet.revision, { ...sheet.answer, answer: 'Всё сделано' });
	const seen = (await site.read(own)).sheet.revision;
	const both = await Promise.all([
		withdraw(keeper, REASON, seen),
		review(keeper, own, { revision: seen, decision: 'accept' })
	]);
	expect(both.filter(({ ok }) => ok)).toHaveLength(1);
});

test('R126: the leader’s list tells of a yearly report a month before, and of an overdue one first', async () => {
	const site = await reportingSite(world, 'kuzbass');
	const kinds = async (day: string) => {
		world.at(`${day}T07:00:00Z`);
		const { due } = await site.visitor.must(getDue, { params: { id: site.id } });
		return due.flatMap(({ kind, on }) => (kind.startsWith('report') ? [`${kind} ${on}`] : []));
	};
	expect(await kinds('2027-05-01')).toEqual([]);
	expect(await kinds('2027-05-02')).toEqual(['report_due 2027-06-01']);
	expect(await kinds('2027-06-01')).toEqual(['report_due 2027-06-01']);
	expect(await kinds('2027-06-02')).toEqual(['report_overdue 2027-06-01']);
	const { due } = await site.visitor.must(getDue, { params: { id: site.id } });
	expect(due[0]?.kind).toBe('report_overdue');

	await site.hold({ title: 'Круглый стол', participants: 24, heldOn: '2027-03-05' });
	const report = await site.begun('2027-06-01');
	await site.submit(report.id, report.sheet.revision, whole(report));
	expect(await kinds('2027-06-02')).toEqual([]);
	const { revision } = (await site.read(report.id)).sheet;
	await review(keeper, report.id, { revision, decision: 'return', remark: 'Допишите результаты' });
	expect(await kinds('2027-06-02')).toEqual(['report_overdue 2027-06-01']);
	expect(await kinds('2027-06-01')).toEqual(['report_returned 2027-06-01']);
});
