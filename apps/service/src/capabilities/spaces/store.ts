import type { Tx } from '@stazhirovka/db';
import { rooms, spaces } from '@stazhirovka/db/schema';
import { and, eq, gt, isNull, lte, ne, or, sql } from 'drizzle-orm';

export type NewSpace = typeof spaces.$inferInsert;
export type SpaceFacts = typeof spaces.$inferSelect;

export async function insertSpace(tx: Tx, values: NewSpace): Promise<string> {
	const [row] = await tx.insert(spaces).values(values).returning({ id: spaces.id });
	if (!row) throw new Error('No space was stored');
	return row.id;
}

export async function changeSpace(tx: Tx, id: string, change: Partial<SpaceFacts>): Promise<void> {
	await tx.update(spaces).set(change).where(eq(spaces.id, id));
}

/** Conferences that begin soon and of whose start nobody was reminded: each is claimed once, whichever process does it. */
export function claimReminders(tx: Tx, { now, until }: { now: Date; until: Date }) {
	const waits = sql`exists (select 1 from ${rooms} r where r.space_id = ${spaces.id}
		and r.closed_at is null and r.conference ->> 'stage' = 'waiting')`;
	return tx
		.update(spaces)
		.set({ remindedOf: spaces.startsAt })
		.where(
			and(
				gt(spaces.startsAt, now),
				lte(spaces.startsAt, until),
				or(isNull(spaces.remindedOf), ne(spaces.remindedOf, spaces.startsAt)),
				waits
			)
		)
		.returning({ id: spaces.id });
}
