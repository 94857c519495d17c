import type { Database, Tx } from '@stazhirovka/db';
import { eventFormats, planFeeds } from '@stazhirovka/db/schema';
import { asc, eq, sql } from 'drizzle-orm';

type Queryable = Database | Tx;

/** Formats that a region added, by title. */
export function addedFormats(db: Queryable, regionId: string): Promise<{ id: string; title: string }[]> {
	return db
		.select({ id: eventFormats.id, title: eventFormats.title })
		.from(eventFormats)
		.where(eq(eventFormats.regionId, regionId))
		.orderBy(asc(sql`lower(${eventFormats.title})`));
}

export async function insertFormat(tx: Tx, values: typeof eventFormats.$inferInsert): Promise<string | null> {
	const [row] = await tx
		.insert(eventFormats)
		.values(values)
		.onConflictDoNothing()
		.returning({ id: eventFormats.id });
	return row?.id ?? null;
}

export async function findFormat(db: Queryable, id: string) {
	const [row] = await db.select().from(eventFormats).where(eq(eventFormats.id, id));
	return row;
}

export async function deleteFormat(tx: Tx, id: string): Promise<boolean> {
	const rows = await tx
		.delete(eventFormats)
		.where(eq(eventFormats.id, id))
		.returning({ id: eventFormats.id });
	return rows.length === 1;
}

/** Puts a new address in the place of the one before it. */
export async function writeFeed(tx: Tx, values: typeof planFeeds.$inferInsert): Promise<void> {
	const { tokenHash, openedBy, createdAt } = values;
	await tx
		.insert(planFeeds)
		.values(values)
		.onConflictDoUpdate({ target: planFeeds.siteId, set: { tokenHash, openedBy, createdAt } });
}

export async function deleteFeed(tx: Tx, siteId: string): Promise<boolean> {
	const rows = await tx
		.delete(planFeeds)
		.where(eq(planFeeds.siteId, siteId))
		.returning({ siteId: planFeeds.siteId });
	return rows.length === 1;
}

export async function siteOfFeed(db: Queryable, tokenHash: string): Promise<string | undefined> {
	const [row] = await db
		.select({ siteId: planFeeds.siteId })
		.from(planFeeds)
		.where(eq(planFeeds.tokenHash, tokenHash));
	return row?.siteId;
}

export async function feedSince(db: Queryable, siteId: string): Promise<Date | null> {
	const [row] = await db
		.select({ createdAt: planFeeds.createdAt })
		.from(planFeeds)
		.where(eq(planFeeds.siteId, siteId));
	return row?.createdAt ?? null;
}
