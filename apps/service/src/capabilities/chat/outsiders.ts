import type { Database, Tx } from '@stazhirovka/db';
import { announcePeople } from '../../shell/live.ts';
import { letOut } from './members-store.ts';
import { outsidersOf, type OutsidersWhere } from './outsiders-store.ts';
import { lockRoom } from './site-rooms-store.ts';

/**
 * Takes out of associations and conferences whoever may not come into them any more (C9). Nobody is let in: people come
 * there by themselves.
 */
export async function letOutsidersOut(db: Database | Tx, now: Date, which: OutsidersWhere): Promise<void> {
	for (const { roomId } of await outsidersOf(db, now, which))
		await db.transaction(async (tx) => {
			await lockRoom(tx, roomId);
			// Somebody may have been appointed again while the lock was waited for.
			const [still] = await outsidersOf(tx, now, { ...which, roomId });
			for (const personId of still?.people ?? [])
				await announcePeople(tx, await letOut(tx, roomId, personId));
		});
}
