import {
	changeExecution,
	closeFeed,
	correctRow,
	decideProposal,
	getDue,
	getPlanRow,
	issuePlanPaper,
	listPublicEvents,
	openFeed,
	proposeRow,
	reportEvent,
	withdrawExecution
} from '@stazhirovka/contract/plans';
import { getDocument } from '@stazhirovka/contract/documents';
import { appointPerson } from '@stazhirovka/contract/staff';
import { afterAll, expect, test } from 'vitest';
import { makePerson } from '../../testing/person.ts';
import { planner, rowUnder } from '../../testing/plans.ts';
import { refused } from '../../testing/refused.ts';
import { publishRules, siteUnder } from '../../testing/sites.ts';
import { createWorld } from '../../testing/world.ts';
import { eventsHeld, planCorrections } from './index.ts';

const world = await createWorld({ now: '2026-10-20T07:00:00Z' });
afterAll(world.close);
await publishRules(world, 'lenobl', 'kuzbass', 'priozersk');

const coordinator = await world.as(world.coordinator);
const site = await siteUnder(world, 'lenobl');
const { visitor } = site;
const leader = planner(visitor);
const teacher = await makePerson(world.db, { email: 'staff@test.example', surname: 'Ручьёва' });
const staff = await world.as(teacher);
await visitor.must(appointPerson, {
	params: { id: site.id },
	body: {
		...{ role: 'site_staff', name: 'Ручьёва Вера', position: '', email: 'staff@test.example' },
		...{ from: '2026-09-01', act: null, actId: null, minutes: null }
	}
});
const begun = await leader.begin(site.id);
const id = begun.ok ? begun.value.id : '';
const open = { title: 'Открытая мастерская', isPublic: true };
const added = await leader.add(id, rowUnder('lenobl', open));
const rowId = added.ok ? added.value.id : '';
const revision = async () => (await leader.read(id)).revision;
const report = {
	...{ heldOn: '2026-11-10', format: 'семинар', delivery: 'очно', participants: 25 },
	...{ outcome: 'Разобрали три урока', links: ['https://school.example/news/1'], fileIds: [] }
};
const tell = (change: object = {}, by = visitor) =>
	by.call(reportEvent, { params: { id: rowId }, body: { ...report, ...change } });

test('R58: anybody of the site with an account proposes; the leader takes it, or declines it with a word', async () => {
	const propose = (title: string, by = staff) =>
		by.call(proposeRow, { params: { id }, body: { row: rowUnder('lenobl', { title }) } });
	await Promise.all([propose('Круглый стол'), propose('Круглый стол')]);
	expect(await propose('Лишнее')).toMatchObject({ ok: true });
	expect(await propose('Чужое', await world.as(world.stranger))).toEqual(refused(404, 'plan.missing'));

	const { proposals, can } = await planner(staff).read(id);
	expect([proposals.map(({ row }) => row.title), can]).toMatchObject([
		['Лишнее', 'Круглый стол'],
		{ propose: true, write: false, send: false }
	]);
	const decide = async (which: number, decision: 'accept' | 'decline', answer: string, by = visitor) =>
		by.call(decideProposal, {
			params: { id: proposals[which]!.id },
			body: { revision: await revision(), decision, answer }
		});
	expect(await decide(1, 'accept', '', staff)).toEqual(refused(403, 'forbidden'));
	expect(await decide(0, 'decline', '')).toMatchObject({
		refusal: { problem: { details: { faults: [{ code: 'plan.answer_missing', field: 'answer' }] } } }
	});
	expect(await decide(0, 'decline', 'Уже есть в октябре')).toMatchObject({ ok: true });
	expect(await decide(1, 'accept', '')).toMatchObject({ ok: true });
	expect(await decide(1, 'accept', '')).toMatchObject({
		refusal: { code: 'plan_proposal.changed_meanwhile' }
	});
	const { rows, proposals: told } = await planner(staff).read(id);
	expect(rows.map(({ title }) => title)).toEqual(['Открытая мастерская', 'Круглый стол']);
	expect(told.map(({ state, answer }) => [state, answer])).toEqual([
		['declined', 'Уже есть в октябре'],
		['accepted', '']
	]);
});

test('R54, R64: what was held is told once a day, and counts in the log', async () => {
	expect(await tell()).toEqual(refused(409, 'plan.not_in_force'));
	await leader.send(id);
	await planner(coordinator).approve(id, 'approval');
	expect(await tell()).toMatchObject({
		refusal: { problem: { details: { faults: [{ code: 'plan.held_ahead', field: 'heldOn' }] } } }
	});

	world.at('2026-11-20T07:00:00Z');
	const due = await visitor.must(getDue, { params: { id: site.id } });
	expect(due.due.filter(({ kind }) => kind === 'overdue').map(({ title }) => title)).toEqual([
		'Открытая мастерская',
		'Круглый стол'
	]);
	const told = await Promise.all([tell({}, staff), tell(), tell()]);
	expect(told.map((one) => (one.ok ? 'done' : one.refusal.code)).toSorted()).toEqual([
		'done',
		'plan.told_already',
		'plan.told_already'
	]);
	expect(await eventsHeld(world.db, site.id, '2026-11-01', '2026-11-30')).toMatchObject([
		{
			title: 'Открытая мастерская',
			format: 'семинар',
			participants: 25,
			heldOn: '2026-11-10',
			links: report.links
		}
	]);
	expect(await eventsHeld(world.db, site.id, '2026-11-11', '2026-11-30')).toEqual([]);
	expect((await leader.read(id)).rows[0]).toMatchObject({ state: 'done', held: 1, participants: 25 });
});

test('a report is mended by one of two tabs, and counts nowhere once it is taken back', async () => {
	const { executions } = await visitor.must(getPlanRow, { params: { id: rowId } });
	const [one] = executions;
	const mend = (participants: number) =>
		visitor.call(changeExecution, {
			params: { id: one!.id },
			body: { ...report, participants, revision: one!.revision }
		});
	const told = await Promise.all([mend(26), mend(27)]);
	expect(told.map((answer) => (answer.ok ? 'done' : answer.refusal.code)).toSorted()).toEqual([
		'done',
		'plan_execution.changed_meanwhile'
	]);
	expect(await tell({ heldOn: '2026-11-12' })).toMatchObject({ ok: true });
	const [second] = (await visitor.must(getPlanRow, { params: { id: rowId } })).executions;
	await visitor.must(withdrawExecution, { params: { id: second!.id }, body: { revision: 0 } });
	expect(await eventsHeld(world.db, site.id, '2026-11-01', '2026-11-30')).toHaveLength(1);
	expect(await tell({ heldOn: '2026-11-12', fileIds: [site.id] })).toMatchObject({
		refusal: { problem: { details: { faults: [{ code: 'file.missing', field: 'fileIds' }] } } }
	});
});

test('R129: a plan in force is corrected only with a reason, and the reasons are kept', async () => {
	const { rows } = await leader.read(id);
	const round = rows.find(({ title }) => title === 'Круглый стол')!;
	const correct = async (kind: 'moved' | 'cancelled', reason: string, day = '2026-12-10') =>
		visitor.call(correctRow, {
			params: { id: round.id },
			body: { revision: await revision(), kind, reason, from: day, lastDay: day }
		});
	expect(await correct('moved', 'так')).toMatchObject({ refusal: { status: 422 } });
	expect(await correct('moved', 'Ведущая заболела')).toMatchObject({ ok: true });
	expect(await correct('moved', 'Ведущая заболела', '2027-09-01')).toMatchObject({
		refusal: { status: 422 }
	});
	expect(await correct('cancelled', 'Ведущая уволилась')).toMatchObject({ ok: true });
	expect(await correct('moved', 'Ведущая вернулась')).toEqual(refused(409, 'plan.row_cancelled'));
	expect(await leader.add(id, rowUnder('lenobl', { title: 'Взамен' }))).toMatchObject({
		refusal: { problem: { details: { faults: [{ code: 'plan.reason_missing' }] } } }
	});
	expect(
		await leader.add(id, rowUnder('lenobl', { title: 'Взамен' }), 'Вместо круглого стола')
	).toMatchObject({
		ok: true
	});
	expect(
		(await planCorrections(world.db, site.id, '2026-11-20', '2026-11-20')).map(({ title, kind, reason }) => [
			title,
			kind,
			reason
		])
	).toEqual([
		['Круглый стол', 'moved', 'Ведущая заболела'],
		['Круглый стол', 'cancelled', 'Ведущая уволилась'],
		['Взамен', 'added', 'Вместо круглого стола']
	]);
});

test('R61: nothing in person is told of where the regulation forces distance', async () => {
	const distant = await siteUnder(world, 'priozersk');
	const own = planner(distant.visitor);
	const plan = await own.begin(distant.id);
	const planId = plan.ok ? plan.value.id : '';
	const row = await own.add(planId, rowUnder('priozersk', { from: null, lastDay: null }));
	await own.send(planId);
	await planner(coordinator).approve(planId, 'agreement');
	const told = (delivery: string) =>
		distant.visitor.call(reportEvent, {
			params: { id: row.ok ? row.value.id : '' },
			body: { ...report, format: 'круглый стол', delivery }
		});
	expect(await told('очно')).toMatchObject({
		refusal: { problem: { details: { faults: [{ code: 'plan.delivery_forced', field: 'delivery' }] } } }
	});
	expect(await told('дистанционно')).toMatchObject({ ok: true });
});

test('R146: everybody sees what is open; the private calendar lives until its address is taken back', async () => {
	const guest = await world.as(null);
	const events = await guest.must(listPublicEvents, { querystring: { from: '2026-11-01', siteId: site.id } });
	expect(events.map(({ title }) => title)).toEqual(['Открытая мастерская']);

	const at = { params: { id: site.id } };
	const first = await visitor.must(openFeed, at);
	const { address } = await visitor.must(openFeed, at);
	const read = async (url: string) => {
		const answer = await guest.inject({ method: 'GET', url: new URL(url).pathname });
		return { status: answer.statusCode, type: answer.headers['content-type'], text: answer.body };
	};
	expect((await read(first.address)).status).toBe(404);
	const calendar = await read(address);
	expect([calendar.status, calendar.type]).toEqual([200, 'text/calendar; charset=utf-8']);
	expect(calendar.text.match(/SUMMARY:.*/g)?.map((line) => line.trim())).toEqual([
		'SUMMARY:Открытая мастерская',
		'SUMMARY:Взамен'
	]);
	expect(calendar.text).toContain('DTSTART;VALUE=DATE:20261110');
	expect(calendar.text).toContain('DTEND;VALUE=DATE:20261111');
	const everybody = await guest.inject({ method: 'GET', url: `/api/site-calendars/${site.id}` });
	expect(everybody.body.match(/SUMMARY:/g)).toHaveLength(1);

	await visitor.must(closeFeed, at);
	expect((await read(address)).status).toBe(404);
});

test('R53, R160: a plan is issued on paper once, and anew when it has changed', async () => {
	const issue = () => visitor.must(issuePlanPaper, { params: { id } });
	const [first, again] = await Promise.all([issue(), issue()]);
	expect(first.id).toBe(again.id);
	await leader.add(id, rowUnder('lenobl', { title: 'После печати' }), 'Добавлено после печати');
	const changed = await visitor.must(getDocument, { params: { id: (await issue()).id } });
	expect(changed).toMatchObject({ kind: 'plan', replaces: { id: first.id } });
});

test('reports and rows of another site are not there', async () => {
	const other = await siteUnder(world, 'kuzbass');
	const { executions } = await visitor.must(getPlanRow, { params: { id: rowId } });
	expect(await other.visitor.call(getPlanRow, { params: { id: rowId } })).toEqual(
		refused(404, 'plan_row.missing')
	);
	expect(await tell({}, other.visitor)).toEqual(refused(404, 'plan_row.missing'));
	const body = { ...report, revision: 1 };
	expect(await other.visitor.call(changeExecution, { params: { id: executions[0]!.id }, body })).toEqual(
		refused(404, 'plan_row.missing')
	);
	expect(await other.visitor.call(openFeed, { params: { id: site.id } })).toEqual(
		refused(404, 'site.missing')
	);
});
