import { exportReport, getReport, listSiteReports, printReport } from '@stazhirovka/contract/plans';
import { regulationFile } from '@stazhirovka/db/seeds';
import { readDocx, readPdf } from '@stazhirovka/pdf';
import { afterAll, expect, test } from 'vitest';
import { makePerson } from '../../../testing/person.ts';
import { refused } from '../../../testing/refused.ts';
import { beginIn, DUE, reporter, reportingSite, review, whole } from '../../../testing/reports.ts';
import { publishRules } from '../../../testing/sites.ts';
import { createWorld } from '../../../testing/world.ts';

const world = await createWorld({ now: '2027-05-20T07:00:00Z' });
afterAll(world.close);
const kuzbass = regulationFile('kuzbass') as Record<string, unknown> & { report: object };
await publishRules(world, 'kuzbass', 'lenobl', 'mariinsk', {
	...kuzbass,
	key: 'untold',
	report: { ...kuzbass.report, deadline: null }
});
const begun = (key?: string, dueOn?: string | null) => beginIn(world, key, dueOn);

test('R26: what was told and logged otherwise is shown beside the report, as a remark where no ground is named', async () => {
	const { site, report, id, event } = await begun();
	const other = await site.hold({ title: 'Вебинар', participants: 7, heldOn: '2027-04-01' });
	const events = [
		{ event: 'круглый стол', form: 'стол', participants: 40 },
		{ event: 'Выезд', form: 'выезд', participants: 5 }
	];
	await site.save(id, report.sheet.revision, { ...report.sheet.answer, events });
	const { mismatches } = await site.read(id);
	expect(mismatches.ground).toBeNull();
	expect(
		mismatches.found.map(({ kind, told, logged, records }) => [
			kind,
			told,
			logged,
			...records.map((one) => one.id)
		])
	).toEqual([
		['participants', 40, 24, event],
		['not_told', null, 7, other],
		['not_logged', 5, null]
	]);
});

test('R26: where the plan is the report its gaps are a possible ground', async () => {
	const site = await reportingSite(world, 'lenobl');
	await site.row('Открытый урок', '2027-05-19');
	await site.row('Сегодня', '2027-05-20');
	const bare = await site.hold({ title: 'Семинар', participants: 4, heldOn: '2027-03-01' });
	await site.hold({ title: 'Стол', participants: 4, heldOn: '2027-03-02', links: ['https://x.example/1'] });
	const { inPlan, title, dues, deadline } = await site.list();
	expect({ title, dues, deadline }).toEqual({ title: null, dues: [], deadline: null });
	expect(inPlan?.ground).toBe(
		'несоответствие реальной деятельности и деятельности, представленной в отчётах'
	);
	expect(inPlan?.found.map(({ kind, about, on }) => [kind, about, on])).toEqual([
		['overdue', 'Открытый урок', '2027-05-19'],
		['no_evidence', 'Семинар', '2027-03-01']
	]);
	expect(inPlan?.found[1]?.records).toEqual([{ kind: 'event', id: bare }]);
});

test('a regulation without a report asks for none; one silent about the day lets one be written when it is wanted', async () => {
	const none = await reportingSite(world, 'mariinsk');
	expect(await none.list()).toMatchObject({ title: null, dues: [], inPlan: null, silent: [] });
	expect(await none.begin(null)).toEqual(refused(409, 'report.no_form'));

	const { site, id } = await begun('untold', null);
	expect(await site.list()).toMatchObject({
		...{ deadline: null, silent: ['report.deadline'], dues: [] },
		...{ reports: [{ id, dueOn: null, standing: 'due', late: false }], can: { beginWithoutDay: true } }
	});
	expect(await site.begin(null)).toEqual({ ok: true, value: { id } });
});

test('R167: for strangers, tutors of the site and leaders of other sites there is no report', async () => {
	const { site, report, id } = await begun();
	const other = await reportingSite(world, 'kuzbass');
	const worker = await makePerson(world.db, {}, [{ role: 'tutor', scope: { kind: 'site', id: site.id } }]);
	const outsiders = [worker, world.otherLeader, world.stranger, world.tutor, world.interns[0]!, other.leader];
	for (const person of outsiders) {
		const visitor = await world.as(person);
		const as = reporter(visitor, site.id);
		expect(await visitor.call(getReport, { params: { id } })).toEqual(refused(404, 'report.missing'));
		expect(await visitor.call(exportReport, { params: { id } })).toEqual(refused(404, 'report.missing'));
		expect(await visitor.call(printReport, { params: { id } })).toEqual(refused(404, 'report.missing'));
		expect(await visitor.call(listSiteReports, { params: site.params })).toEqual(
			refused(404, 'site.missing')
		);
		expect(await as.begin(DUE)).toEqual(refused(404, 'site.missing'));
		expect(await as.save(id, report.sheet.revision, {})).toEqual(refused(404, 'report.missing'));
		expect(await as.submit(id, report.sheet.revision, {})).toEqual(refused(404, 'report.missing'));
		const decision = { revision: report.sheet.revision, decision: 'accept' as const };
		expect(await review(visitor, id, decision)).toEqual(refused(404, 'report.missing'));
	}
	const own = { revision: report.sheet.revision, decision: 'accept' as const };
	expect(await review(site.visitor, id, own)).toEqual(refused(404, 'report.missing'));
});

test('R160: a report is printed in the form of its regulation, as PDF and for Word', async () => {
	const { site, report, id } = await begun();
	await site.submit(id, report.sheet.revision, whole(report));
	const file = async (kind: string) =>
		(await site.visitor.inject({ url: `/api/site-reports/${id}/file.${kind}` })).rawPayload;
	const pdf = readPdf(await file('pdf'));
	const docx = JSON.stringify(await readDocx(await file('docx')));
	const words = ['Приложение 3', site.title, 'Круглый стол', 'Помочь учителям', 'Руководитель площадки'];
	for (const word of words)
		expect([pdf.text.includes(word), docx.includes(word)], word).toEqual([true, true]);
	expect(pdf.tagged).toBe(true);
});
