import type { Database } from '@stazhirovka/db';
import { cohorts, roomMembers, sessions } from '@stazhirovka/db/schema';
import { and, eq } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { openGroup } from '../../../testing/group.ts';
import type { TestPerson } from '../../../testing/person.ts';
import type { Connection } from './connection.ts';
import type { Followers } from './followers.ts';
import { Presence } from './presence.ts';
import { Standing } from './standing.ts';
import { Watchers } from './watchers.ts';

const group = await openGroup();
afterAll(() => group.close());

/** What a review sees of a socket. */
async function connectionOf({ id: personId }: TestPerson) {
	await group.cookie({ id: personId } as TestPerson);
	const [session] = await group.db.select().from(sessions).where(eq(sessions.personId, personId)).limit(1);
	const sent: string[] = [];
	let [doubts, settled] = [0, 0];
	return {
		actor: { personId, sessionId: session!.publicId, grants: [] },
		rooms: new Set<string>(),
		watched: new Set<string>(),
		sent,
		get doubts() {
			return doubts;
		},
		get held() {
			return doubts !== settled;
		},
		doubt: () => void (doubts += 1),
		settle: (doubt: number) => void (settled = doubt),
		send: ({ t }: { t: string }) => void sent.push(t),
		close: () => undefined
	} as unknown as Connection & { sent: string[] };
}

/** The store, with something done after each question that asks for these columns and before it is answered. */
function answering(columns: string, meanwhile: () => unknown): Database {
	return new Proxy(group.db, {
		get(target, key) {
			const value = Reflect.get(target, key) as unknown;
			if (key !== 'select') return typeof value === 'function' ? value.bind(target) : value;
			return (fields: Parameters<Database['select']>[0]) => {
				const query = target.select(fields!);
				if (Object.keys(fields ?? {}).join() !== columns) return query;
				const asked = (rest: { where: (x: unknown) => PromiseLike<unknown> }) => ({
					innerJoin: (...join: unknown[]) =>
						asked((rest as never as { innerJoin: (...x: unknown[]) => typeof rest }).innerJoin(...join)),
					where: (what: unknown) =>
						Promise.resolve(rest.where(what)).then(async (rows) => {
							await meanwhile();
							return rows;
						})
				});
				return { from: (table: never) => asked(query.from(table) as never) };
			};
		}
	});
}

const MEMBERSHIPS = 'personId,roomId';
const WATCHED = 'cohortId,siteId,regionId,cohortTutorIds';
const faults: unknown[] = [];
const report = (fault: unknown) => void faults.push(fault);
const followers = {
	leave: (connection: Connection, roomId: string) => connection.rooms.delete(roomId),
	goOn: () => undefined
} as unknown as Followers;

test('C9: a room that was followed while the others were asked about is not taken away', async () => {
	const { db, groupRoomId: roomId, interns, tutor } = group;
	const [early, late] = [await connectionOf(tutor), await connectionOf(interns[0]!)];
	early.rooms.add(roomId);
	const me = and(eq(roomMembers.roomId, roomId), eq(roomMembers.personId, interns[0]!.id));
	await db.update(roomMembers).set({ leftAt: group.deps.now() }).where(me);
	const store = answering(MEMBERSHIPS, async () => {
		await db.update(roomMembers).set({ leftAt: null }).where(me);
		late.rooms.add(roomId);
	});
	const presence = new Presence();
	for (const one of [early, late]) presence.add(one);

	new Standing(store, report, presence, followers, new Watchers(db)).doubt(tutor.id, interns[0]!.id);
	await expect.poll(() => [early.held, late.held]).toEqual([false, false]);
	expect([early.sent, late.sent, [...late.rooms], faults]).toEqual([[], [], [roomId], []]);
});

test('C9: events wait for session and rooms alone; all that is watched is asked about at once', async () => {
	const { db, cohort, tutor } = group;
	const { id: _, ...facts } = (await db.select().from(cohorts).where(eq(cohorts.id, cohort.id)))[0]!;
	const others = await db
		.insert(cohorts)
		.values(Array.from({ length: 9 }, (_, n) => ({ ...facts, key: `watched-${n}` })))
		.returning();
	const leader = { ...tutor, id: group.leader.id };
	const connection = await connectionOf(leader);
	const presence = new Presence();
	presence.add(connection);
	let asked = 0;
	let answer = () => {};
	const answered = new Promise<void>((resolve) => (answer = resolve));
	const watchers = new Watchers(answering(WATCHED, () => (asked += 1) > 1 && answered));
	connection.actor = group.contextOf(leader, [
		{ role: 'leader', scope: { kind: 'site', id: group.site.id } }
	]).actor;
	await watchers.watch(connection, [cohort.id, ...others.map(({ id }) => id)]);
	expect([connection.watched.size, watchers.size, asked]).toEqual([10, 10, 1]);

	connection.actor = { ...(await connectionOf(tutor)).actor, personId: leader.id };
	new Standing(db, report, presence, followers, watchers).doubt(leader.id);
	await expect.poll(() => [asked, connection.held]).toEqual([2, false]);
	answer();
	await expect.poll(() => watchers.size).toBe(0);
	expect([connection.watched.size, faults]).toEqual([0, []]);
});
