import * as contract from '@stazhirovka/contract/chat';
import { applyAll } from '@stazhirovka/domain/chat';
import { cohortSessions, journal, messageReports } from '@stazhirovka/db/schema';
import { and, eq } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import { afterAll, expect, test } from 'vitest';
import { stateOf, talkIn } from '../../testing/chat.ts';
import { refusing } from '../../testing/refused.ts';
import { openTalk } from '../../testing/talking.ts';
import type { Visitor } from '../../testing/visitor.ts';

const { group, id, talk, tutor, intern, other } = await openTalk();
afterAll(() => group.close());

test('pins: by moderators in a room of many, by both in a private thread', async () => {
	const seq = await talk.say(intern, 'Важно');
	expect(await talk.act(intern, { do: 'pin', message: seq })).toMatchObject(
		refusing(409, 'room.not_moderator')
	);
	await talk.done(tutor, { do: 'pin', message: seq });
	const pinned = await intern.must(contract.listPinned, { params: { id } });
	expect(pinned.map((one) => one.seq)).toContain(seq);
	await talk.done(tutor, { do: 'unpin', message: seq });
	expect((await talk.open(intern)).pinned).not.toContain(seq);

	const { roomId } = group.threads[0]!;
	const alone = talkIn(roomId);
	const own = await alone.say(intern, 'Номер телефона');
	await alone.done(intern, { do: 'pin', message: own });
	expect((await alone.open(intern)).pinned).toEqual([own]);
});

test('a closed room is read and not written, and the journal keeps who closed it and why', async () => {
	const seq = await talk.say(intern, 'Успел');
	await talk.done(tutor, { do: 'close', reason: 'Занятие окончено' });

	expect(await talk.post(intern, 'Не успел')).toMatchObject(refusing(409, 'message.room_closed'));
	const refused: contract.RoomAction[] = [
		{ do: 'react', message: seq, name: 'heart' },
		{ do: 'edit', message: seq, text: 'Исправлю', mentions: [] },
		{ do: 'remove', message: seq }
	];
	for (const action of refused) {
		expect(await talk.act(intern, action)).toMatchObject(refusing(409, 'message.room_closed'));
	}
	expect(await talk.open(intern)).toMatchObject({
		closed: { reason: 'Занятие окончено' },
		can: { post: false }
	});
	await talk.done(tutor, { do: 'reopen' });
	expect(await talk.act(intern, { do: 'close', reason: 'Хочу' })).toMatchObject(
		refusing(409, 'room.not_moderator')
	);

	const kept = await group.db
		.select({ data: journal.data })
		.from(journal)
		.where(and(eq(journal.kind, 'room.closed'), eq(journal.subjectId, id)));
	expect(kept.at(-1)?.data).toMatchObject({ reason: 'Занятие окончено' });
});

test('slow mode makes a person wait between messages, not the moderator', async () => {
	const quiet = await group.as(group.interns[2]!);
	await talk.done(tutor, { do: 'slow', seconds: 60 });
	await talk.say(quiet, 'Раз');

	expect(await talk.post(quiet, 'Два')).toMatchObject({
		refusal: { status: 409, code: 'message.too_soon', problem: { details: { seconds: 60 } } }
	});
	for (const text of ['Три', 'Четыре']) await talk.say(tutor, text);
	await talk.done(tutor, { do: 'slow', seconds: 0 });
	await talk.say(quiet, 'Пять');
});

test('what nobody read and what was removed unread is not counted', async () => {
	await intern.must(contract.markRead, { params: { id }, body: { seq: 999_999 } });
	const first = await talk.say(tutor, 'Раз');
	const second = await talk.say(tutor, 'Два');
	await talk.done(other, { do: 'react', message: first, name: 'heart' });
	expect(await talk.open(intern)).toMatchObject({ unread: 2, firstUnreadSeq: first });

	await talk.done(tutor, { do: 'remove', message: first });
	expect(await talk.open(intern)).toMatchObject({ unread: 1, firstUnreadSeq: second });
	const { unread } = await intern.must(contract.markRead, { params: { id }, body: { seq: first } });
	expect(unread).toBe(1);
	expect((await intern.must(contract.markRead, { params: { id }, body: { seq: second } })).unread).toBe(0);
});

test('a message is about a task, a criterion, a deficit or a meeting of this cohort, and leads everybody to his own page', async () => {
	const [session] = await group.db
		.insert(cohortSessions)
		.values({
			cohortId: group.cohort.id,
			module: 1,
			date: '2027-01-20',
			startsAt: '10:00',
			endsAt: '12:00',
			place: 'каб. 12'
		})
		.returning();
	const about = async (subject: contract.SubjectRef) =>
		talk.message(intern, await talk.say(intern, 'Об этом', { subject }));
	const place = async (who: Visitor, kind: contract.SubjectRef['kind'], key: string) =>
		(await who.must(contract.findSubject, { params: { id, kind, key } })).place;

	expect((await about({ kind: 'criterion', key: 'T01', number: 1 })).subject).toMatchObject({
		kind: 'criterion',
		key: 'T01',
		number: 1,
		place: `/chat/${id}/about/criterion/T01.1`
	});
	expect((await about({ kind: 'event', id: session!.id })).subject?.title).toBe(
		'20\u00a0января 2027\u00a0г., 10:00, каб. 12'
	);
	const subject = { kind: 'submission' as const, id: randomUUID(), version: 1 };
	expect(await talk.post(intern, '?', { subject })).toMatchObject(refusing(422, 'message.subject_unknown'));

	const { enrolment } = group.threads[0]!;
	const titled = async (kind: contract.SubjectRef['kind'], key: string) =>
		(await intern.must(contract.findSubject, { params: { id, kind, key } })).title;
	expect(await titled('event', session!.id)).toContain('каб. 12');
	for (const [kind, key] of [
		['task', 'НЕТ'],
		['criterion', 'T01.99'],
		['event', 'не-номер'],
		['submission', `${randomUUID()}.1`]
	] as const)
		expect(await titled(kind, key)).toBeNull();
	expect(await place(intern, 'criterion', 'T01.1')).toBe(`/my/${enrolment.id}/tasks/T01`);
	expect(await place(tutor, 'criterion', 'T01.1')).toBe(`/tutor/cohorts/${group.cohort.id}`);
	const querystring = { kind: 'criterion' as const, key: 'T01.1' };
	const { threads } = await intern.must(contract.listThreads, { params: { id }, querystring });
	expect(threads.map((root) => root.text)).toEqual(['Об этом']);
});

test('a reported message waits for the moderator, who hides it with a reason or leaves it', async () => {
	const bad = await talk.say(intern, 'Купите у меня слона');
	const fine = await talk.say(intern, 'Обычные слова');
	const report = (seq: number, reason = 'реклама') =>
		other.call(contract.reportMessage, { params: { id, seq }, body: { reason } });
	await Promise.all([report(bad), report(bad, 'ещё раз'), report(fine, 'не нравится')]);
	const list = async (who: Visitor, settled = false) =>
		(await who.must(contract.listReports, { querystring: { settled } as never })).reports;

	expect((await list(tutor)).map(({ message }) => message.seq).sort()).toEqual([bad, fine].sort());
	expect(await list(intern)).toEqual([]);
	const stranger = await group.as(group.otherTutor);
	expect((await list(stranger)).length).toBe(2);

	await talk.done(tutor, { do: 'hide', message: bad, reason: 'Реклама' });
	const [left] = await list(tutor);
	expect(left).toMatchObject({ message: { seq: fine }, reason: 'не нравится', settled: null });
	expect(await other.call(contract.dismissReport, { params: { id: left!.id } })).toMatchObject(
		refusing(404, 'report.missing')
	);
	await tutor.must(contract.dismissReport, { params: { id: left!.id } });
	expect(await tutor.call(contract.dismissReport, { params: { id: left!.id } })).toMatchObject(
		refusing(409, 'report.changed_meanwhile')
	);
	expect((await list(tutor, true)).map(({ settled }) => settled?.how).sort()).toEqual([
		'dismissed',
		'hidden'
	]);
	expect(await talk.message(intern, bad)).toMatchObject({
		text: '',
		removal: { by: 'moderator', reason: 'Реклама' }
	});
	expect(await report(bad)).toMatchObject(refusing(409, 'message.removed'));
	expect(await group.db.select().from(messageReports).where(eq(messageReports.roomId, id))).toHaveLength(2);
});

test('words of a moderator are judged by another one, and by the leader where there is none', async () => {
	const stranger = await group.as(group.otherTutor);
	const leader = await group.as(group.leader);
	const foreign = await group.as(group.otherLeader);
	const list = async (who: Visitor) =>
		(await who.must(contract.listReports, { querystring: {} as never })).reports.map(
			({ message, isMember }) => [message.text, isMember]
		);
	const report = (room: string, seq: number, who = intern) =>
		who.must(contract.reportMessage, { params: { id: room, seq }, body: { reason: 'грубость' } });
	const alone = talkIn(group.threads[0]!.roomId);
	await report(id, await talk.say(tutor, 'При всех'));
	const rude = await alone.say(tutor, 'Наедине');
	await report(group.threads[0]!.roomId, rude);

	expect(await list(tutor)).toEqual([]);
	expect(await list(stranger)).toEqual([['При всех', true]]);
	expect(await list(leader)).toEqual([['Наедине', false]]);
	expect([await list(foreign), await list(intern)]).toEqual([[], []]);

	const { reports } = await leader.must(contract.listReports, { querystring: {} as never });
	const params = { id: reports[0]!.id };
	const body = { reason: 'Грубость' };
	for (const who of [tutor, stranger, foreign])
		expect(await who.call(contract.hideReported, { params, body })).toMatchObject(
			refusing(404, 'report.missing')
		);
	expect(await tutor.call(contract.dismissReport, { params })).toMatchObject(refusing(404, 'report.missing'));
	const before = await alone.open(intern);
	await leader.must(contract.hideReported, { params, body });
	expect(await leader.call(contract.hideReported, { params, body })).toMatchObject(
		refusing(409, 'report.changed_meanwhile')
	);
	expect(await alone.message(intern, rude)).toMatchObject({
		text: '',
		removal: { by: 'moderator', ...body }
	});
	const missed = await alone.events(intern, before.seq);
	expect(applyAll(stateOf(before), missed.events)).toEqual(stateOf(await alone.open(intern)));
	expect(await leader.call(contract.getRoom, { params: { id: group.threads[0]!.roomId } })).toMatchObject(
		refusing(404, 'room.missing')
	);
});

test('the record of a room is for its tutor: everything that stands in it, without what was taken back', async () => {
	const gone = await talk.say(intern, 'Лишнее');
	const last = await talk.say(intern, 'Нужное: ель', { replyTo: gone });
	await talk.done(intern, { do: 'edit', message: last, text: 'Нужное: ёлка', mentions: [] });
	await talk.done(intern, { do: 'remove', message: gone });
	const params = { id };
	const record = await tutor.must(contract.exportRoom, { params });
	const text = await tutor.inject({ method: 'GET', url: `/api/rooms/${id}/export.txt` });

	expect(record.messages.at(-1)).toEqual(await talk.message(tutor, last));
	expect(record.messages.map(({ seq }) => seq)).toEqual(
		[...record.messages].map(({ seq }) => seq).sort((one, two) => one - two)
	);
	expect(text.headers['content-type']).toBe('text/plain; charset=utf-8');
	const { title } = await talk.open(tutor);
	expect(text.headers['content-disposition']).toContain(encodeURIComponent(`${title}.txt`));
	expect(text.body).toContain(`${last} ↳ ${gone} · `);
	expect(text.body).toMatch(/ · изменено\nНужное: ёлка\n/);
	expect(text.body).toMatch(new RegExp(`\n${gone} · .+\nСообщение удалено\\.\n`));
	expect(text.body).not.toContain('Лишнее');
	expect(await intern.call(contract.exportRoom, { params })).toMatchObject(refusing(403, 'forbidden'));
});

test('a person mutes a room and hides how far he has read, for himself alone', async () => {
	await intern.must(contract.muteRoom, { params: { id }, body: { muted: true } });
	const muted = async (who: Visitor) =>
		(await who.must(contract.listRooms, {})).find((room) => room.id === id)?.muted;
	const marked = async () => (await talk.open(tutor)).marks.map(({ personId }) => personId);

	expect([await muted(intern), await muted(tutor)]).toEqual([true, false]);
	expect(await marked()).toContain(group.interns[0]!.id);
	await intern.must(contract.saveChatSettings, { body: { hidesReadMark: true } });
	expect(await intern.must(contract.getChatSettings, {})).toEqual({ hidesReadMark: true });
	expect(await marked()).not.toContain(group.interns[0]!.id);
});
