import { journal } from '@stazhirovka/db/schema';
import { eq } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import { afterAll, expect, test } from 'vitest';
import { refused } from '../../testing/refused.ts';
import { openTalk } from '../../testing/talking.ts';
import { addMember, removeMember } from './index.ts';

const { group, talk, tutor, intern } = await openTalk();
afterAll(() => group.close());
/** The intern, who is to be silenced. */
const person = group.interns[0]!.id;

const silence = (minutes: 60 | 1440, reason = 'брань') =>
	({ do: 'silence', person, minutes, reason }) as const;
const journalled = () =>
	group.db.select({ kind: journal.kind }).from(journal).where(eq(journal.cohortId, group.cohort.id));

test('whoever is silenced reads and says nothing until the time is over, and knows until when and why', async () => {
	const [mine, root] = [await talk.say(intern, 'До'), await talk.say(tutor, 'Правила чата')];
	await talk.done(tutor, silence(60));

	const { silences } = await talk.open(intern);
	const until = new Date(group.deps.now().getTime() + 3_600_000).toISOString();
	expect(silences).toEqual({ [person]: { until, reason: 'брань' } });
	const refusal = refused(409, 'message.silenced');
	expect(await talk.post(intern, 'Почему?')).toEqual(refusal);
	expect(await talk.post(intern, 'Почему?', { replyTo: root })).toEqual(refusal);
	expect(await talk.act(intern, { do: 'edit', message: mine, text: 'После', mentions: [] })).toEqual(refusal);
	expect(await talk.act(intern, { do: 'react', message: root, name: 'heart' })).toEqual(refusal);
	expect(await talk.act(intern, { do: 'remove', message: mine })).toMatchObject({ ok: true });

	await group.db.$client`update room_members set silenced_until = ${group.deps.now().toISOString()}
		where room_id = ${group.groupRoomId} and person_id = ${person}`;
	expect(await talk.post(intern, 'Время вышло')).toMatchObject({ ok: true });
});

test('a moderator gives the word back; both decisions stand in the journal', async () => {
	await talk.done(tutor, silence(1440));
	expect(await talk.post(intern, 'Нет')).toEqual(refused(409, 'message.silenced'));
	await talk.done(tutor, { do: 'unsilence', person });

	expect(await talk.post(intern, 'Спасибо')).toMatchObject({ ok: true });
	expect((await talk.open(intern)).silences).toEqual({});
	const kinds = (await journalled()).map(({ kind }) => kind);
	expect([kinds.includes('member.silenced'), kinds.includes('member.unsilenced')]).toEqual([true, true]);
});

test('going out and in again does not end a silence', async () => {
	const move = (how: typeof addMember | typeof removeMember) =>
		group.db.transaction((tx) => how(tx, group.groupRoomId, person));
	await talk.done(tutor, silence(60));
	const { silences } = await talk.open(tutor);
	await move(removeMember);
	expect((await talk.open(tutor)).silences).toEqual(silences);
	await move(addMember);

	expect((await talk.open(intern)).silences).toEqual(silences);
	expect(await talk.post(intern, 'Снова я')).toEqual(refused(409, 'message.silenced'));
	await talk.done(tutor, { do: 'unsilence', person });
});

test('only a moderator silences, with a reason, people who are there and are no moderators', async () => {
	const of = (who: string) => ({ ...silence(60), person: who });
	expect(await talk.act(intern, of(group.interns[1]!.id))).toEqual(refused(409, 'room.not_moderator'));
	expect(await talk.act(tutor, silence(60, ' '))).toMatchObject({ ok: false, refusal: { status: 400 } });
	expect(await talk.act(tutor, of(group.tutor.id))).toEqual(refused(409, 'room.moderator_speaks'));
	expect(await talk.act(tutor, of(group.stranger.id))).toEqual(refused(404, 'member.missing'));
	expect(await talk.act(tutor, of(randomUUID()))).toEqual(refused(404, 'member.missing'));
});
