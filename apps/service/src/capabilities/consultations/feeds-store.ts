import type { Database, Tx } from '@stazhirovka/db';
import { consultationFeeds, people } from '@stazhirovka/db/schema';
import { and, eq, isNull } from 'drizzle-orm';

/** Puts a new address in the place of the one before it. */
export async function writeFeed(tx: Tx, values: Required<typeof consultationFeeds.$inferInsert>) {
	const { tokenHash, createdAt } = values;
	await tx
		.insert(consultationFeeds)
		.values(values)
		.onConflictDoUpdate({ target: consultationFeeds.personId, set: { tokenHash, createdAt } });
}

export async function deleteFeed(tx: Tx, personId: string): Promise<boolean> {
	const rows = await tx
		.delete(consultationFeeds)
		.where(eq(consultationFeeds.personId, personId))
		.returning({ personId: consultationFeeds.personId });
	return rows.length === 1;
}

/** Whose address it is; of whoever is blocked it leads nowhere. */
export async function personOfFeed(db: Database, tokenHash: string): Promise<string | undefined> {
	const [row] = await db
		.select({ personId: consultationFeeds.personId })
		.from(consultationFeeds)
		.innerJoin(people, eq(people.id, consultationFeeds.personId))
		.where(and(eq(consultationFeeds.tokenHash, tokenHash), isNull(people.blockedAt)));
	return row?.personId;
}

export async function feedSince(db: Database, personId: string): Promise<Date | null> {
	const [row] = await db
		.select({ createdAt: consultationFeeds.createdAt })
		.from(consultationFeeds)
		.where(eq(consultationFeeds.personId, personId));
	return row?.createdAt ?? null;
}
