import type { Database, Tx } from '@stazhirovka/db';
import { chatSettings, roomMembers } from '@stazhirovka/db/schema';
import { and, eq } from 'drizzle-orm';

type Queryable = Database | Tx;
type Settings = { hidesReadMark: boolean };

export async function settingsOf(db: Queryable, personId: string): Promise<Settings> {
	const [row] = await db
		.select({ hidesReadMark: chatSettings.hidesReadMark })
		.from(chatSettings)
		.where(eq(chatSettings.personId, personId));
	return row ?? { hidesReadMark: false };
}

export async function saveSettings(db: Queryable, personId: string, settings: Settings): Promise<void> {
	await db
		.insert(chatSettings)
		.values({ personId, ...settings })
		.onConflictDoUpdate({ target: chatSettings.personId, set: settings });
}

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
}
