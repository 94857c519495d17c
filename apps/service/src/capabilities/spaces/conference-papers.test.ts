import { openConsultationFeed } from '@stazhirovka/contract/consultations';
import { getPlanRow, listEventChoices, listPublicEvents } from '@stazhirovka/contract/plans';
import * as contract from '@stazhirovka/contract/spaces';
import { outbox, people as everybody } from '@stazhirovka/db/schema';
import { desc, eq } from 'drizzle-orm';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { MEETING } from '../../testing/conferring.ts';
import { openHall } from '../../testing/hall.ts';
import { planner, rowUnder } from '../../testing/plans.ts';
import { refused } from '../../testing/refused.ts';
import { remindOfConferences } from './index.ts';

const hall = await openHall();
const { world, people, as, site, announced } = hall;
beforeEach(() => world.at('2027-01-18T07:00:00Z'));
afterAll(() => world.close());

test('R62: speakers hear of their speech, all of another time, of the day before, and that it will not be', async () => {
	const { params, talk } = await announced();
	const lettersSince = async (work: () => Promise<unknown>) => {
		const known = new Set((await world.db.select({ id: outbox.id }).from(outbox)).map(({ id }) => id));
		await work();
		const all = await world.db.select().from(outbox).orderBy(desc(outbox.id));
		return all
			.filter(({ id }) => !known.has(id))
			.map(({ to, subject }) => `${to} ${subject.replaceAll('\u00a0', ' ')}`)
			.sort();
	};
	const { first, second, guest } = people;
	const programme = [
		{ personId: first.id, title: 'Один' },
		{ personId: guest.id, title: 'Два' }
	];
	const later = { ...MEETING, time: '16:30' };
	const ics = async () => {
		const { body } = await as.leader.inject({ method: 'GET', url: `/api/rooms/${params.id}/conference.ics` });
		return Number(/SEQUENCE:(\d+)/.exec(body)?.[1]);
	};
	const revisions = [await ics()];
	expect(
		await lettersSince(() =>
			as.leader.must(contract.arrangeConference, { params, body: { meeting: later, programme } })
		)
	).toEqual(
		[
			`${first.email} Новое время чат-конференции «Читаем вместе»: 20 января 2027 г., 16:30`,
			`${second.email} Новое время чат-конференции «Читаем вместе»: 20 января 2027 г., 16:30`,
			`${guest.email} Ваше выступление на чат-конференции «Читаем вместе»`
		].sort()
	);

	revisions.push(await ics());
	const block = (blockedAt: Date | null) =>
		world.db.update(everybody).set({ blockedAt }).where(eq(everybody.id, second.id));
	await block(world.deps.now());
	world.at('2027-01-19T14:00:00Z');
	const remind = () => lettersSince(() => Promise.all([1, 2].map(() => remindOfConferences(world.deps))));
	const mine = (all: string[]) => all.filter((one) => one.includes('16:30'));
	expect(mine(await remind())).toHaveLength(3);
	await block(null);
	expect(await remind()).toEqual([]);

	const off = await lettersSince(() => talk.done(as.leader, { do: 'cancel_conference', reason: 'карантин' }));
	expect(off).toEqual(
		[first, second, guest]
			.map(({ email }) => `${email} Чат-конференция отменена: 20 января 2027 г., 16:30`)
			.sort()
	);
	revisions.push(await ics());
	expect([...new Set(revisions)].toSorted((one, two) => one - two)).toEqual(revisions);
	const fed = await as.guest.must(openConsultationFeed, {});
	const own = await as.guest.inject({ method: 'GET', url: new URL(fed.address).pathname });
	expect(own.body).toContain('DTSTART:20270120T133000Z');
	const calendar = await as.guest.inject({ method: 'GET', url: `/api/rooms/${params.id}/conference.ics` });
	expect(calendar.body).toContain('STATUS:CANCELLED');
	expect(await talk.act(as.leader, { do: 'open_conference' })).toMatchObject(
		refused(409, 'conference.begun')
	);
});

test('R62, R64: what was held is printed with everybody and every word, and counted in the plan', async () => {
	const plan = planner(site.visitor);
	const begun = await plan.begin(site.id);
	if (!begun.ok) throw new Error(JSON.stringify(begun.refusal));
	const { id: planId } = begun.value;
	const row = rowUnder('lenobl', { from: '2027-01-20', lastDay: '2027-01-20' });
	const added = await plan.add(planId, row);
	if (!added.ok) throw new Error(JSON.stringify(added.refusal));
	await plan.send(planId);
	await planner(await world.as(world.coordinator)).approve(planId, 'approval');
	const rows = await as.leader.must(contract.listSiteRooms, { params: { id: site.id } });
	const planRowId = rows.planRows[0]!.id;

	const { talk, give, params } = await announced({ planRowId });
	expect(await as.guest.call(contract.printConference, { params })).toMatchObject(
		refused(409, 'conference.not_ended')
	);
	world.at('2027-01-20T12:05:00Z');
	await talk.done(as.leader, { do: 'open_conference' });
	await give(people.first, 0);
	const said = await talk.say(as.first, 'Читаем всей школой');
	await talk.say(as.guest, 'Сколько минут в день?', { replyTo: said });
	await talk.say(as.leader, 'Спасибо 👍🏽 ❤️ и 陳\nЗаписываем **вопросы**');
	world.at('2027-01-20T12:40:00Z');
	await talk.done(as.leader, { do: 'end_conference' });

	expect((await as.leader.must(contract.getSpace, { params })).planRow).toEqual({
		id: planRowId,
		title: row.title,
		counted: true
	});
	const told = await as.leader.must(getPlanRow, { params: { id: planRowId } });
	expect(told).toMatchObject({
		executions: [
			{
				heldOn: '2027-01-20',
				participants: 4,
				outcome: 'Чат-конференция «Читаем вместе». Выступлений: 1, участников: 4.'
			}
		]
	});
	for (const [kind, head] of [
		['pdf', '%PDF'],
		['docx', 'PK']
	] as const) {
		const paper = await as.guest.inject({ method: 'GET', url: `/api/rooms/${params.id}/minutes.${kind}` });
		expect([paper.statusCode, paper.rawPayload.toString('latin1').slice(0, head.length)]).toEqual([
			200,
			head
		]);
	}
});

test('R62, R146: a conference that is open to everybody stands in the calendar with its time, until it is called off', async () => {
	const visitor = await world.as(null);
	const shown = async () =>
		(await visitor.must(listPublicEvents, { querystring: { siteId: site.id } })).map(
			({ title, format, from, time }) => [title, format, from, time]
		);
	const { talk } = await announced({ title: 'Открытая', isPublic: true });
	await announced({ title: 'Для своих' });
	expect(await shown()).toEqual([['Открытая', 'чат-конференция', '2027-01-20', '15:00']]);
	expect((await visitor.must(listEventChoices, {})).formats).toContain('чат-конференция');
	const file = await visitor.inject({ method: 'GET', url: `/api/site-calendars/${site.id}` });
	expect(file.body).toContain('DTSTART:20270120T120000Z');

	await talk.done(as.leader, { do: 'cancel_conference', reason: 'карантин' });
	expect(await shown()).toEqual([]);
});
