import type { Tx } from '@stazhirovka/db';
import { rooms, spaces } from '@stazhirovka/db/schema';
import { withoutPerson, type Conference } from '@stazhirovka/domain/chat';
import { eq } from 'drizzle-orm';

/** The turns of a room as they stand, held until the transaction ends: of two presses the later one sees the earlier. */
export async function lockConference(tx: Tx, roomId: string): Promise<Conference | null> {
	const [held] = await tx
		.select({ state: rooms.conference, spaceId: rooms.spaceId })
		.from(rooms)
		.where(eq(rooms.id, roomId))
		.for('no key update');
	if (!held?.state || held.spaceId === null) return null;
	const [space] = await tx
		.select({ startsAt: spaces.startsAt, minutes: spaces.minutes })
		.from(spaces)
		.where(eq(spaces.id, held.spaceId));
	return { ...held.state, startsAt: space?.startsAt?.toISOString() ?? '', minutes: space?.minutes ?? 0 };
}

/** Keeps what an event made of the turns; what has ended is closed with it. */
export async function writeConference(
	tx: Tx,
	roomId: string,
	{ startsAt: _, minutes: __, ...conference }: Conference,
	closed?: { at: Date; reason: string }
): Promise<void> {
	const ending = closed && { closedAt: closed.at, closedReason: closed.reason };
	await tx
		.update(rooms)
		.set({ conference, ...ending })
		.where(eq(rooms.id, roomId));
}

/** Whoever goes out leaves the floor and the queue; the caller holds the room. */
export async function leaveTurns(tx: Tx, roomId: string, personIds: string[]): Promise<void> {
	const [room] = await tx.select({ state: rooms.conference }).from(rooms).where(eq(rooms.id, roomId));
	if (!room?.state) return;
	const conference = personIds.reduce(withoutPerson, room.state);
	await tx.update(rooms).set({ conference }).where(eq(rooms.id, roomId));
}
