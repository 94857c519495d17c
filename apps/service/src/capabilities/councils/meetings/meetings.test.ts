import {
	addAgendaItem,
	callMeeting,
	cancelMeeting,
	closeMeeting,
	finishExpertise,
	getMeeting,
	listMyExpertWork,
	planMeeting,
	recordVotes,
	removeAgendaItem,
	type Meeting
} from '@stazhirovka/contract/councils';
import { applications, meetings, outbox, votes } from '@stazhirovka/db/schema';
import { regulationFile } from '@stazhirovka/db/seeds';
import { shortName } from '@stazhirovka/domain/certificates';
import { readDocx, readPdf } from '@stazhirovka/pdf';
import { and, eq, like } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openCouncil, type CouncilWorld } from '../../../testing/council.ts';
import { refused } from '../../../testing/refused.ts';
import { createWorld, type World } from '../../../testing/world.ts';
import { reviewFacts, terminationFacts } from '../index.ts';

let world: World;
let own: CouncilWorld;
beforeAll(async () => {
	world = await createWorld();
	own = await openCouncil(world, 'meeting');
});
afterAll(() => world.close());

const stateOf = async (id: string) =>
	(await world.db.select().from(applications).where(eq(applications.id, id)))[0]?.state;
const close = ({ id, revision }: Meeting) =>
	own.coordinator.call(closeMeeting, { params: { id }, body: { revision } });

/** An application with a finished, positive expertise by the first two members. */
async function reviewed(council = own): Promise<string> {
	const id = await council.application();
	await council.begin(id);
	for (const n of [0, 1]) await council.declare(n, id);
	const { expertises } = await council.release();
	for (const n of [0, 1]) await council.review(n, id, { c1: 2, c2: 1 });
	const round = expertises.find(({ application }) => application.id === id);
	await council.coordinator.must(finishExpertise, { params: { id: round!.id }, body: {} });
	return id;
}

test('R27: the council decides by votes of members who are there and free of conflict; its minutes are numbered', async () => {
	const id = await reviewed();
	for (const n of [2, 3]) await own.declare(n, id);
	await own.declare(4, id, 'Консультировала авторов программы.');
	let meeting = await own.put(await own.plan(), id);
	meeting = await own.attend(meeting, 0, 1, 2, 4);
	const item = meeting.items[0]!;
	expect(item.voters.map(({ standing }) => standing)).toEqual(['free', 'free', 'free', 'conflict']);
	expect(meeting.quorum).toEqual({ needed: 3, present: 4, reached: true });

	expect(await close(meeting)).toMatchObject({ refusal: { code: 'meeting.votes_missing' } });
	meeting = await own.vote(meeting, item.id, 'ffa.a');
	expect(meeting.items[0]!.stand).toMatchObject({ for: 2, against: 1, outcome: 'for', quorum: true });
	const closed = await close(meeting);
	expect(closed).toMatchObject({
		value: { state: 'closed', number: 1, items: [{ outcome: 'for' }], can: { run: false, close: false } }
	});
	expect(await stateOf(id)).toBe('supported');
	const minutes = { body: own.council.title, number: '1', date: '2027-01-18' };
	expect(await reviewFacts(world.db, id)).toEqual({
		...{ expertise: 'positive', council: 'for', minutes, proposal: null }
	});

	const issued = closed.ok ? closed.value.minutes : null;
	const pdf = await own.coordinator.inject({ url: `/api${issued?.pdfPath.replace(/^\/api/, '')}` });
	const spaced = (words: string) => words.replace(/\s+/g, ' ');
	const text = spaced(readPdf(pdf.rawPayload).text);
	const names = own.people.map((person) => spaced(shortName(person)));
	for (const words of [
		'ГОЛОСОВАЛИ: за – 2, против – 1, воздержались – 0.',
		`НЕ ГОЛОСОВАЛИ: ${names[4]} (конфликт интересов).`,
		'для кворума нужно 3: кворум есть'
	])
		expect(text).toContain(words);
	expect(text.slice(text.indexOf('ОТСУТСТВОВАЛИ'))).toContain(names[3]);
	const docx = await own.coordinator.inject({ url: `/api${issued?.wordPath.replace(/^\/api/, '')}` });
	const word = (await readDocx(docx.rawPayload)).text;
	for (const words of ['РЕШИЛИ (решение принято): Решение совета', 'ОТСУТСТВОВАЛИ:', 'НЕ ГОЛОСОВАЛИ: '])
		expect(word).toContain(words);
	const member = await (
		await own.expert(3)
	).must(getMeeting, { params: { id: meeting.id }, querystring: {} });
	expect(member.minutes).toBe(null);

	const changed = await own.coordinator.call(recordVotes, {
		params: { id: item.id },
		body: { revision: meeting.revision + 1, votes: [] }
	});
	expect(changed).toMatchObject({ refusal: { status: 409, code: 'meeting.not_now' } });
	await expect(world.db.delete(votes).where(eq(votes.itemId, item.id))).rejects.toThrow();
	await expect(
		world.db.update(meetings).set({ place: 'Другой зал' }).where(eq(meetings.id, meeting.id))
	).rejects.toThrow();
});

test('R27: of two secretaries who close a meeting at once one does; numbers go on in order', async () => {
	const id = await reviewed();
	await own.declare(2, id);
	let meeting = await own.attend(await own.put(await own.plan(), id), 0, 1, 2);
	meeting = await own.vote(meeting, meeting.items[0]!.id, 'aa0', 'Программа не готова');
	const secretary = await own.expert(2);
	const body = { revision: meeting.revision };
	const answers = await Promise.all(
		[own.coordinator, secretary].map((one) => one.call(closeMeeting, { params: { id: meeting.id }, body }))
	);
	expect(answers.map((one) => one.ok || one.refusal.status).toSorted()).toEqual([409, true]);
	const [row] = await world.db.select().from(applications).where(eq(applications.id, id));
	expect(row).toMatchObject({ state: 'declined', reason: 'Программа не готова' });
	expect(
		await own.coordinator.must(getMeeting, { params: { id: meeting.id }, querystring: {} })
	).toMatchObject({ number: 2 });
	expect((await reviewFacts(world.db, id)).council).toBe('against');
});

test('R27: without a quorum nothing is decided, and an even vote is decided by the chair or put off', async () => {
	const [first, second] = [await reviewed(), await reviewed()];
	for (const id of [first, second]) for (const n of [2, 3]) await own.declare(n, id);
	let meeting = await own.put(await own.put(await own.plan(), first), second);
	meeting = await own.attend(meeting, 0, 1);
	expect(await close(meeting)).toEqual(refused(409, 'meeting.no_quorum', { limit: 3, found: 2 }));
	meeting = await own.attend(meeting, 0, 1, 2, 3);
	meeting = await own.vote(meeting, meeting.items[0]!.id, 'faaf');
	meeting = await own.vote(meeting, meeting.items[1]!.id, '0fa0');
	expect(meeting.items.map(({ stand }) => [stand.outcome, stand.cast])).toEqual([
		['for', true],
		[null, false]
	]);
	const closed = await close(meeting);
	expect(closed).toMatchObject({ value: { items: [{ outcome: 'for' }, { outcome: 'postponed' }] } });
	expect([await stateOf(first), await stateOf(second)]).toEqual(['supported', 'reviewed']);

	const next = await own.plan();
	expect(next.choices.applications.map(({ id }) => id)).toContain(second);
});

test('R27: an undeclared member has no vote, and an item that too few may vote on is put off', async () => {
	const id = await reviewed();
	let meeting = await own.attend(await own.put(await own.plan(), id), 0, 1, 2, 3, 4);
	meeting = await own.vote(meeting, meeting.items[0]!.id, 'fffff');
	expect(meeting.items[0]!.voters.map(({ standing, vote }) => `${standing} ${vote}`)).toEqual([
		...['free for', 'free for', 'undeclared null', 'undeclared null', 'undeclared null']
	]);
	expect(await close(meeting)).toMatchObject({ value: { items: [{ outcome: 'postponed' }] } });
	expect(await stateOf(id)).toBe('reviewed');
});

test('R27: members are invited by letter with the agenda; a meeting is theirs to read and not to run', async () => {
	const id = await reviewed();
	const { body: refusedBody } = { body: { heldOn: '2027-02-01', beginsAt: '10:00', place: 'Зал' } };
	const stranger = await world.as(world.stranger);
	expect(await stranger.call(planMeeting, { ...own.params, body: refusedBody })).toEqual(
		refused(404, 'council.missing')
	);
	let meeting = await own.put(await own.plan('2027-02-01'), id);
	meeting = await own.coordinator.must(callMeeting, { params: { id: meeting.id } });
	expect(meeting.state).toBe('called');
	const letters = await world.db
		.select()
		.from(outbox)
		.where(and(like(outbox.subject, 'Заседание совета: 1%2027%'), eq(outbox.to, own.people[4]!.email)));
	expect(letters.length).toBe(1);
	expect(letters[0]?.text).toContain('14:30');

	const member = await own.expert(4);
	const seen = await member.must(getMeeting, { params: { id: meeting.id }, querystring: {} });
	expect(seen).toMatchObject({ can: { run: false }, choices: { applications: [], sites: [] } });
	expect((await member.must(listMyExpertWork, {})).meetings[0]).toMatchObject({ id: meeting.id });
	const body = { revision: meeting.revision };
	expect(await member.call(closeMeeting, { params: { id: meeting.id }, body })).toEqual(
		refused(404, 'meeting.missing')
	);
	expect(await stranger.call(getMeeting, { params: { id: meeting.id }, querystring: {} })).toEqual(
		refused(404, 'meeting.missing')
	);
	expect(await close(meeting)).toEqual(refused(409, 'meeting.not_held_yet'));
	const cancelled = await own.coordinator.must(cancelMeeting, { params: { id: meeting.id } });
	expect(cancelled.state).toBe('cancelled');
	expect(
		await own.coordinator.call(removeAgendaItem, { params: { id: meeting.items[0]!.id } })
	).toMatchObject({ refusal: { code: 'meeting.not_now' } });
});

test('R27: what the council heard and decided is not told to a member in conflict', async () => {
	const id = await reviewed();
	for (const n of [2]) await own.declare(n, id);
	let meeting = await own.attend(await own.put(await own.plan(), id), 0, 1, 2, 3);
	meeting = await own.vote(meeting, meeting.items[0]!.id, 'fff', 'Секретное решение');
	const { body } = await (await own.expert(3)).inject({ url: `/api/council-meetings/${meeting.id}` });
	expect(body).not.toContain('Секретное решение');
	expect(body).not.toContain('"vote":"for"');
});

test('R22, R133: the end of a status and the results of a site stand on an agenda; minutes follow a decision', async () => {
	const { id } = await own.plan();
	const add = (kind: 'termination' | 'results' | 'other', siteId: string | null, title = '') =>
		own.coordinator.call(addAgendaItem, { params: { id }, body: { kind, siteId, title } });
	expect(await add('termination', null)).toMatchObject({ refusal: { status: 422 } });
	expect(await add('other', null)).toMatchObject({ refusal: { code: 'meeting.title_missing' } });
	await add('termination', world.site.id);
	await add('results', world.site.id);
	expect(await add('results', world.site.id)).toMatchObject({
		refusal: { code: 'meeting.on_agenda_already' }
	});
	let meeting = await own.coordinator.must(getMeeting, { params: { id }, querystring: {} });
	meeting = await own.attend(meeting, 0, 1, 2);
	for (const item of meeting.items) meeting = await own.vote(meeting, item.id, 'fff');
	const facts = (begun: string) => terminationFacts(world.db, world.site.id, begun);
	expect(await facts('2025-09-01')).toEqual({ minutes: null, proposal: null });
	expect(await close(meeting)).toMatchObject({ ok: true });
	expect((await facts('2025-09-01')).minutes).toMatchObject({ body: own.council.title, date: '2027-01-18' });
	// What was said about an earlier status ends no later one.
	expect((await facts('2027-01-19')).minutes).toBe(null);
});

test('R28: a council decides without an expertise where the regulation asks for none', async () => {
	const { status } = regulationFile('mariinsk') as { status: Record<string, unknown> };
	const changes = {
		...(regulationFile('mariinsk') as object),
		key: 'methodical',
		title: 'Методический',
		status
	};
	const council = await openCouncil(world, 'methodical', {
		...changes,
		short_title: 'Методический совет района'
	});
	const id = await council.application({ direct: true });
	const begin = await council.coordinator.must(planMeeting, {
		...council.params,
		body: { heldOn: '2027-01-18', beginsAt: '09:00', place: 'Кабинет' }
	});
	let meeting = await council.put(begin, id);
	for (const n of [0, 1, 2]) await council.declare(n, id);
	meeting = await council.attend(meeting, 0, 1, 2);
	meeting = await council.vote(meeting, meeting.items[0]!.id, 'fff');
	await council.coordinator.must(closeMeeting, {
		params: { id: meeting.id },
		body: { revision: meeting.revision }
	});
	expect(await stateOf(id)).toBe('supported');
});
