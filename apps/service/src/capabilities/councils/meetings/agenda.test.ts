import { getApplication, withdrawApplication } from '@stazhirovka/contract/applications';
import { addAgendaItem, closeMeeting, getMeeting, removeAgendaItem } from '@stazhirovka/contract/councils';
import { applications } from '@stazhirovka/db/schema';
import { readPdf } from '@stazhirovka/pdf';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openCouncil, type CouncilWorld } from '../../../testing/council.ts';
import { recorded } from '../../../testing/records.ts';
import { createWorld, type World } from '../../../testing/world.ts';

let world: World;
let own: CouncilWorld;
beforeAll(async () => {
	world = await createWorld();
	own = await openCouncil(world, 'agenda');
});
afterAll(() => world.close());

const waits = () => own.application({ state: 'reviewed', reviewResult: 'positive' });
const stateOf = async (id: string) =>
	(await world.db.select().from(applications).where(eq(applications.id, id)))[0]?.state;

test('everything that is done to a meeting is on record, and votes that were written over too', async () => {
	const id = await waits();
	let meeting = await own.put(await own.plan(), id);
	for (const n of [0, 1, 2]) await own.declare(n, id);
	const other = { kind: 'other', title: 'Разное' } as const;
	meeting = await own.coordinator.must(addAgendaItem, { params: { id: meeting.id }, body: other });
	meeting = await own.coordinator.must(removeAgendaItem, { params: { id: meeting.items[1]!.id } });
	meeting = await own.attend(meeting, 0, 1, 2);
	const item = meeting.items[0]!.id;
	meeting = await own.vote(meeting, item, 'aaa', 'Отклонить');
	await own.vote(meeting, item, 'fff', 'Поддержать');

	const entries = await recorded(world.db, 'meeting.', [meeting.id]);
	expect(entries.map(({ kind }) => kind)).toEqual([
		...['meeting.planned', 'meeting.item_added', 'meeting.item_added', 'meeting.item_removed'],
		...['meeting.attended', 'meeting.voted', 'meeting.voted']
	]);
	const voted = entries.slice(-2).map(({ data }) => data);
	expect(voted.map(({ itemId, decision }) => [itemId, decision])).toEqual([
		[item, 'Отклонить'],
		[item, 'Поддержать']
	]);
	const people = own.people.slice(0, 3).map((person) => person.id);
	expect(voted[0]!.votes).toEqual(people.map((personId) => ({ personId, vote: 'against' })));
	expect(entries.at(-3)!.data).toEqual({ present: people });
});

test('an application is put on one agenda only, by however many hands at once', async () => {
	const id = await waits();
	const meetings = [await own.plan(), await own.plan(), await own.plan()];
	const answers = await Promise.all(
		meetings.map((meeting) =>
			own.coordinator.call(addAgendaItem, {
				params: { id: meeting.id },
				body: { kind: 'application', applicationId: id }
			})
		)
	);
	expect(answers.map((one) => one.ok || one.refusal.code).toSorted()).toEqual([
		'meeting.on_agenda_already',
		'meeting.on_agenda_already',
		true
	]);
});

test('R27: what was taken back while it stood on the agenda is put off, and the rest is decided', async () => {
	const [gone, stays] = [await waits(), await waits()];
	let meeting = await own.put(await own.put(await own.plan(), gone), stays);
	for (const id of [gone, stays]) for (const n of [0, 1, 2]) await own.declare(n, id);
	meeting = await own.attend(meeting, 0, 1, 2);
	for (const item of meeting.items) meeting = await own.vote(meeting, item.id, 'fff', 'Поддержать');

	const author = await world.as(own.applicant);
	const { revision } = await author.must(getApplication, { params: { id: gone } });
	const body = { revision, reason: 'Передумали подавать' };
	await author.must(withdrawApplication, { params: { id: gone }, body });
	const closing = { params: { id: meeting.id }, body: { revision: meeting.revision } };
	const closed = await own.coordinator.must(closeMeeting, closing);
	const words = 'Заявка отозвана заявителем, вопрос снят.';
	expect(closed.items.map(({ outcome, decision }) => [outcome, decision])).toEqual([
		['postponed', words],
		['for', 'Поддержать']
	]);
	expect([await stateOf(gone), await stateOf(stays)]).toEqual(['withdrawn', 'supported']);
	const pdf = await own.coordinator.inject({ url: closed.minutes!.pdfPath });
	expect(readPdf(pdf.rawPayload).text).toContain(words);
	expect(
		(await own.coordinator.must(getMeeting, { params: { id: meeting.id }, querystring: {} })).number
	).toBe(1);
});
