import { cohortSessions, roomMembers, roomMessages } from '@stazhirovka/db/schema';
import { and, eq } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { refused } from '../../testing/refused.ts';
import { openTalk } from '../../testing/talking.ts';
import { systemClock } from '../../shell/clock.ts';
import { act } from './commands/act.ts';
import { postMessage } from './commands/post-message.ts';
import { removeMember } from './index.ts';

const { group, id, talk, tutor, intern } = await openTalk();
afterAll(() => group.close());
afterEach(() => void vi.useRealTimers());
const { db } = group;
const [person, second] = group.interns;

const answerOf = async (answer: ReturnType<typeof talk.post>) => {
	const told = await answer;
	return told.ok ? told.value.seq : told.refusal.code;
};

test('C2: a message is stored once though whom it calls has left before it was sent again', async () => {
	const clientId = randomUUID();
	const calling = { clientId, mentions: [second!.id, second!.id] };
	const seq = await talk.say(tutor, 'Посмотрите, пожалуйста', calling);
	await db.transaction((tx) => removeMember(tx, id, second!.id));

	expect(await answerOf(talk.post(tutor, 'Посмотрите, пожалуйста', calling))).toBe(seq);
	const other = { clientId, mentions: [person!.id] };
	expect(await answerOf(talk.post(tutor, 'Посмотрите, пожалуйста', other))).toBe('message.key_reused');
});

test('C2, C3: what was stored answers with its place when what it is about has gone; another text is refused', async () => {
	const values = { cohortId: group.cohort.id, date: '2027-02-01', startsAt: '10:00', endsAt: '11:00' };
	const [session] = await db
		.insert(cohortSessions)
		.values({ ...values, module: 1, place: 'Каб. 1' })
		.returning();
	const subject = { kind: 'event' as const, id: session!.id };
	const change = { clientId: randomUUID(), subject };
	const seq = await talk.say(intern, 'Приду', change);
	await db.delete(cohortSessions).where(eq(cohortSessions.id, session!.id));

	expect(await answerOf(talk.post(intern, 'Приду', change))).toBe(seq);
	expect(await answerOf(talk.post(intern, 'Не приду', change))).toBe('message.key_reused');
	const unsent = { ...change, clientId: randomUUID() };
	expect(await answerOf(talk.post(intern, 'Приду', unsent))).toBe('message.subject_unknown');
	expect(await talk.post(await group.as(group.stranger), 'Приду', change)).toMatchObject(
		refused(404, 'room.missing')
	);
});

test('C10: messages, slow mode and silences follow the database’s clock, however a process is wrong', async () => {
	vi.useFakeTimers({ toFake: ['Date'], now: new Date('2041-01-01T00:00:00Z') });
	const skewed = (personId: string) => ({
		...{ db, now: systemClock, origin: '' },
		actor: { personId, sessionId: '', grants: [] }
	});
	const say = { roomId: id, text: 'По часам базы' };
	const doing = (action: Parameters<typeof act>[1]['action']) =>
		act(skewed(group.tutor.id), { roomId: id, clientId: randomUUID(), action });
	await db.update(roomMembers).set({ lastPostAt: null }).where(eq(roomMembers.roomId, id));

	await doing({ do: 'slow', seconds: 60 });
	const seq = await postMessage(skewed(person!.id), { ...say, clientId: randomUUID() });
	vi.setSystemTime(new Date('2051-01-01T00:00:00Z'));
	await expect(postMessage(skewed(person!.id), { ...say, clientId: randomUUID() })).rejects.toThrow(
		'message.too_soon'
	);
	await doing({ do: 'slow', seconds: 0 });
	await doing({ do: 'silence', person: person!.id, minutes: 60, reason: 'спам' });

	const [clock] = await db.$client<{ ms: number }[]>`
		select (extract(epoch from clock_timestamp()) * 1000)::float8 as ms`;
	const [message] = await db
		.select()
		.from(roomMessages)
		.where(and(eq(roomMessages.roomId, id), eq(roomMessages.seq, seq)));
	const [member] = await db
		.select()
		.from(roomMembers)
		.where(and(eq(roomMembers.roomId, id), eq(roomMembers.personId, person!.id)));
	const minutes = (at: Date | null) => Math.round((Number(at) - clock!.ms) / 60_000) + 0;
	expect([message!.createdAt, member!.lastPostAt, member!.silencedUntil].map(minutes)).toEqual([0, 0, 60]);
});
