import { exportReport } from '@stazhirovka/contract/plans';
import { finalWorks, outbox, siteReports, statusPeriods } from '@stazhirovka/db/schema';
import { eq, like } from 'drizzle-orm';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { makeCohort, makeIntern } from '../../../testing/cohort.ts';
import { recorded } from '../../../testing/records.ts';
import { refused } from '../../../testing/refused.ts';
import { beginIn, DUE, reportingSite, review, whole } from '../../../testing/reports.ts';
import { publishRules } from '../../../testing/sites.ts';
import { createWorld } from '../../../testing/world.ts';

const NOW = '2027-05-20T07:00:00Z';
const world = await createWorld({ now: NOW });
afterAll(world.close);
beforeEach(() => world.at(NOW));
await publishRules(world, 'kuzbass');
const keeper = await world.as(world.coordinator);

const letters = (subject: string) =>
	world.db.select({ to: outbox.to, text: outbox.text }).from(outbox).where(like(outbox.subject, subject));

const begun = (key?: string, dueOn?: string | null) => beginIn(world, key, dueOn);

async function submitted() {
	const { site, report, id } = await begun();
	await site.submit(id, report.sheet.revision, whole(report));
	return { site, id, revision: (await site.read(id)).sheet.revision };
}

test('R126: a site of Kuzbass owes a report by 1 June to the head of the centre', async () => {
	const site = await reportingSite(world, 'kuzbass');
	expect(await site.list()).toMatchObject({
		to: 'руководитель регионального модельного центра',
		onRequestOf: 'департамент образования и науки Кемеровской области',
		deadline: { month: 6, day: 1 },
		silent: [],
		dues: [{ dueOn: DUE, kind: 'yearly', standing: 'due' }],
		reports: [],
		inPlan: null,
		can: { begin: true, beginWithoutDay: false }
	});
	world.at('2027-06-01T20:30:00Z');
	expect((await site.list()).dues[0]).toEqual({ dueOn: DUE, kind: 'yearly', standing: 'due' });
	world.at('2027-06-01T21:00:00Z');
	expect((await site.list()).dues).toEqual([
		{ dueOn: DUE, kind: 'yearly', standing: 'overdue' },
		{ dueOn: '2028-06-01', kind: 'yearly', standing: 'due' }
	]);
});

test('R128, R129, R138: a report begins filled from the log, with the records behind every line', async () => {
	const site = await reportingSite(world, 'kuzbass');
	const event = await site.hold({ title: 'Круглый стол', participants: 24, heldOn: '2027-03-05' });
	await site.hold({ title: 'Ошибка', participants: 1, heldOn: '2027-03-06', withdrawnAt: new Date() });
	await site.hold({ title: 'До статуса', participants: 1, heldOn: '2025-08-31' });
	await site.cancel('Вебинар', '2027-02-01', 'Нет слушателей');
	const cohort = await makeCohort(world.db, { siteId: site.id, programmeVersionId: world.version }, []);
	const intern = await makeIntern(world.db, cohort, world.stranger, world.tutor);
	const published = { title: 'Урок без звонка', state: 'published' as const, publishedAt: new Date(NOW) };
	await world.db.insert(finalWorks).values({ ...published, enrolmentId: intern.id, cohortId: cohort.id });

	const report = await site.begun(DUE);
	expect(report.period).toEqual({ from: '2025-09-01', to: '2027-05-20' });
	expect(report.sheet.answer).toEqual({
		events: [{ event: 'Круглый стол', form: 'семинар', participants: 24 }],
		trainee_projects: [{ title: 'Урок без звонка', link: '' }],
		corrections: 'Вебинар: отменено (причина: Нет слушателей)'
	});
	expect(report.told).toEqual([{ path: 'events.0', records: [{ kind: 'event', id: event }] }]);
	expect(report.log.cohorts).toMatchObject([{ title: 'Поток 1', interns: 1 }]);
	expect(report.log.works).toEqual([
		expect.objectContaining({
			title: 'Урок без звонка',
			cohort: 'Поток 1',
			on: '2027-05-20',
			link: null,
			author: ''
		})
	]);
	expect(report.mismatches).toEqual({ ground: null, found: [] });
	expect(report).toMatchObject({ state: 'draft', ownForm: true, can: { write: true, review: false } });
});

test('a report is begun once however often it is asked for, and none that is not due', async () => {
	const { site, id } = await begun();
	const twice = await Promise.all([site.begin('2028-06-01'), site.begin(DUE), site.begin(DUE)]);
	expect(twice).toEqual([
		refused(409, 'report.not_due'),
		{ ok: true, value: { id } },
		{ ok: true, value: { id } }
	]);
	const other = await reportingSite(world, 'kuzbass');
	const both = await Promise.all([other.begin(DUE), other.begin(DUE)]);
	expect(new Set(both.map((one) => one.ok && one.value.id)).size).toBe(1);
	expect(await site.begin(null)).toEqual(refused(409, 'report.not_due'));
});

test('R128: a saved sheet stays, and the later of two tabs is told what is stored', async () => {
	const { site, report, id } = await begun();
	const { revision } = report.sheet;
	const mine = { ...report.sheet.answer, tasks: 'Наше' };
	expect(await site.save(id, revision, mine)).toMatchObject({ ok: true, value: { revision: revision + 1 } });
	expect(await site.save(id, revision, { tasks: 'Чужое' })).toEqual(
		refused(409, 'form.changed_elsewhere', { revision: revision + 1, answer: mine })
	);
	expect(await site.save(id, revision + 1, { events: 'много' })).toMatchObject({
		refusal: { status: 422, code: 'form.faulty' }
	});
});

test('R128: filling again brings what the log says now and keeps what people wrote', async () => {
	const { site, report, id } = await begun();
	const own = { event: 'Выезд', form: 'выезд', participants: 3 };
	const rows = report.sheet.answer.events as object[];
	await site.save(id, report.sheet.revision, { tasks: 'Наше', events: [...rows, own] as never });
	await site.hold({ title: 'Мастер-класс', participants: 9, heldOn: '2027-05-19' });
	const { sheet } = await site.read(id);

	const days = { from: '2027-01-01', to: '2027-05-20' };
	expect(await site.fill(id, { revision: sheet.revision, ...days })).toEqual({
		ok: true,
		value: {
			revision: sheet.revision + 1,
			replaced: ['2. Мероприятия (перечень, формы, количество участников)'],
			kept: ['2. Мероприятия (перечень, формы, количество участников)']
		}
	});
	const filled = await site.read(id);
	expect(filled.period).toEqual(days);
	expect(filled.sheet.answer).toMatchObject({
		tasks: 'Наше',
		events: [rows[0], { event: 'Мастер-класс', form: 'семинар', participants: 9 }, own]
	});
	expect(await site.fill(id, { revision: sheet.revision, ...days })).toEqual(
		refused(409, 'report.changed_meanwhile')
	);
	expect(await site.fill(id, { revision: 9, from: '2027-01-01', to: '2027-05-21' })).toEqual(
		refused(422, 'report.faulty', { faults: [{ code: 'report.period_ahead', field: 'to' }] })
	);
});

test('R126: a report is handed in whole and once, however often the button is pressed', async () => {
	const { site, report, id } = await begun();
	const { revision } = report.sheet;
	const lacking = await site.submit(id, revision, report.sheet.answer);
	expect(lacking).toMatchObject({ refusal: { status: 422, code: 'form.faulty' } });

	const answer = whole(report);
	const twice = await Promise.all([site.submit(id, revision, answer), site.submit(id, revision, answer)]);
	expect(twice.map(({ ok }) => ok)).toEqual([true, true]);
	expect(await recorded(world.db, 'report.submitted', [id])).toMatchObject([
		{ actorId: site.leader.id, data: { siteId: site.id, late: false, mismatches: 0 } }
	]);
	const told = (await letters(`Подан отчёт: «${site.title}»`)).map(({ to, text }) => [to, text.includes(id)]);
	expect(told).toEqual([[world.coordinator.email, true]]);
	expect(await site.save(id, revision + 1, answer)).toEqual(refused(409, 'form.submitted'));
	expect(await site.read(id)).toMatchObject({
		submittedOn: '2027-05-20',
		late: false,
		standing: 'handed_in'
	});
});

test('R126: late is a mark and no lock, and a status that has ended lets the last report in', async () => {
	const { site, report, id } = await begun();
	world.at('2027-06-02T07:00:00Z');
	expect(await site.submit(id, report.sheet.revision, whole(report))).toMatchObject({ ok: true });
	expect(await site.read(id)).toMatchObject({ late: true, submittedOn: '2027-06-02' });

	await world.db
		.update(statusPeriods)
		.set({ lastDay: '2027-08-31', terminated: true })
		.where(eq(statusPeriods.siteId, site.id));
	await site.hold({ title: 'Слёт', participants: 30, heldOn: '2027-06-10' });
	world.at('2027-09-10T07:00:00Z');
	expect((await site.list()).dues).toEqual([{ dueOn: '2027-08-31', kind: 'last', standing: 'overdue' }]);
	const last = await site.begun('2027-08-31');
	expect(last.period).toEqual({ from: '2027-05-21', to: '2027-08-31' });
	expect(await site.submit(last.id, last.sheet.revision, whole(last))).toMatchObject({ ok: true });
});

test('a report is given back with a remark of ten characters, mended, and accepted', async () => {
	const { site, id, revision } = await submitted();
	expect(await review(keeper, id, { revision, decision: 'return', remark: 'Коротко' })).toEqual(
		refused(422, 'report.remark_missing', { field: 'remark', limit: 10 })
	);
	const remark = 'Нет ссылок на проекты';
	expect(await review(keeper, id, { revision, decision: 'return', remark })).toMatchObject({ ok: true });
	const back = await site.read(id);
	expect(back).toMatchObject({ state: 'returned', standing: 'due', decision: { kind: 'returned', remark } });
	const [letter] = await letters(`Отчёт возвращён на доработку: «${site.title}»`);
	expect(letter).toMatchObject({ to: site.leader.email, text: expect.stringContaining(remark) });

	await site.submit(id, back.sheet.revision, back.sheet.answer);
	const again = await site.read(id);
	const decidedFor = 'Руководитель РМЦ Елагина О. П.';
	const accept = { revision: again.sheet.revision, decision: 'accept' as const, decidedFor };
	expect(await review(keeper, id, accept)).toMatchObject({ ok: true });
	expect(await site.read(id)).toMatchObject({
		state: 'accepted',
		decision: { kind: 'accepted', decidedFor }
	});
	expect(await letters(`Отчёт принят: «${site.title}»`)).toHaveLength(1);
	expect((await recorded(world.db, 'report.', [id])).map(({ kind }) => kind)).toEqual([
		'report.begun',
		'report.submitted',
		'report.returned',
		'report.submitted',
		'report.accepted'
	]);
});

test('of two reviewers at once one decides, and the other is told what has become of it', async () => {
	const { id, revision } = await submitted();
	const second = await world.as(world.administrator);
	const remark = 'Нет ссылок на проекты';
	const answers = await Promise.all([
		review(keeper, id, { revision, decision: 'accept' }),
		review(second, id, { revision, decision: 'return', remark })
	]);
	expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
	const [row] = await world.db
		.select({ state: siteReports.state })
		.from(siteReports)
		.where(eq(siteReports.id, id));
	expect(answers.find(({ ok }) => !ok)).toEqual(
		refused(409, 'report.changed_meanwhile', { state: row?.state })
	);
	expect(await recorded(world.db, 'report.', [id])).toHaveLength(3);
});

test('X24: a report leaves as open data with its form, answer and log', async () => {
	const { site, report, id, event } = await begun();
	const data = await site.visitor.must(exportReport, { params: { id } });
	expect(data).toMatchObject({
		schema: 'site_report.v1',
		answer: report.sheet.answer,
		report: { id, dueOn: DUE }
	});
	expect(data.definition).toEqual(report.sheet.definition);
	expect(data.log.events.map((one) => one.id)).toEqual([event]);
});
