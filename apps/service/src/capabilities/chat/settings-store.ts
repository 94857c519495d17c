import type { Database, Tx } from '@stazhirovka/db';
import { chatSettings, roomMembers } from '@stazhirovka/db/schema';
import { and, eq, sql } from 'drizzle-orm';
import { PERSON_CHANNEL } from '../../shell/live.ts';

type Queryable = Database | Tx;
type Settings = { hidesReadMark: boolean };

export async function settingsOf(db: Queryable, personId: string): Promise<Settings> {
	const [row] = await db
		.select({ hidesReadMark: chatSettings.hidesReadMark })
		.from(chatSettings)
		.where(eq(chatSettings.personId, personId));
	return row ?? { hidesReadMark: false };
}

/** Told to those who follow the person's rooms: they show read marks from now on, or none. */
export async function saveSettings(db: Queryable, personId: string, settings: Settings): Promise<void> {
	await db
		.insert(chatSettings)
		.values({ personId, ...settings })
		.onConflictDoUpdate({ target: chatSettings.personId, set: settings });
	await db.execute(sql`
		select pg_notify(${PERSON_CHANNEL}, person_id || ':' || room_id || ':marks') from room_members
		where person_id = ${personId} and left_at is null`);
}

/** Told to the person's windows: a muted room does not count in the total. */
export async function setMuted(
	db: Queryable,
	personId: string,
	roomId: string,
	muted: boolean
): Promise<void> {
	await db
		.update(roomMembers)
		.set({ muted })
		.where(and(eq(roomMembers.roomId, roomId), eq(roomMembers.personId, personId)));
	await db.execute(sql`select pg_notify(${PERSON_CHANNEL}, ${`${personId}:${roomId}`})`);
}
