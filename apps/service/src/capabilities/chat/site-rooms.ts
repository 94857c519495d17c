import type { Database, Tx } from '@stazhirovka/db';
import { letOutsidersOut } from './outsiders.ts';
import { admitExactly } from './rooms.ts';
import { ensureRoom } from './rooms-store.ts';
import { letModerate, lockRoom, unsettled } from './site-rooms-store.ts';

/** The room of a site's people (R70); from now on its members follow the appointments from day to day. */
export async function openStaffRoom(
	tx: Tx,
	{ siteId, title, now }: { siteId: string; title: string; now: Date }
): Promise<string> {
	const { roomId } = await ensureRoom(tx, 'staff', title, { siteId });
	await settleSiteRooms(tx, now, { roomId });
	return roomId;
}

/** The room of a working group (R66); from now on its members are those of the group with an account, and the leaders. */
export async function openGroupRoom(
	tx: Tx,
	{ siteId, groupId, title, now }: { siteId: string; groupId: string; title: string; now: Date }
): Promise<string> {
	const { roomId } = await ensureRoom(tx, 'working_group', title, { siteId, groupId });
	await settleSiteRooms(tx, now, { roomId });
	return roomId;
}

/**
 * Lets people into the rooms of sites and out of them, as appointments, groups and rights stand today, and out of their
 * associations and conferences. Nothing is done where all is as it should be, so it may be called at every change and
 * again and again.
 */
export async function settleSiteRooms(
	db: Database | Tx,
	now: Date,
	which: { siteId?: string; roomId?: string } = {}
): Promise<void> {
	for (const { roomId } of await unsettled(db, now, which))
		await db.transaction(async (tx) => {
			await lockRoom(tx, roomId);
			// Somebody may have settled it while the lock was waited for.
			const [wanted] = await unsettled(tx, now, { roomId });
			if (!wanted) return;
			await admitExactly(tx, { roomId, isNew: false }, wanted.people);
			await letModerate(tx, roomId, wanted.leaders);
		});
	await letOutsidersOut(db, now, which);
}
