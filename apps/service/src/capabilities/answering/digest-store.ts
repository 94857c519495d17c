import type { Database, Tx } from '@stazhirovka/db';
import { digestRefusals, digests } from '@stazhirovka/db/schema';
import { eq } from 'drizzle-orm';

/** Takes somebody's letter of a day; false when another process has taken it. It waits for that one's COMMIT. */
export async function claimDigest(tx: Tx, digest: Required<typeof digests.$inferInsert>): Promise<boolean> {
	const rows = await tx
		.insert(digests)
		.values(digest)
		.onConflictDoNothing()
		.returning({ personId: digests.personId });
	return rows.length === 1;
}

export async function personOfDigest(db: Database, tokenHash: string): Promise<string | undefined> {
	const [row] = await db
		.select({ personId: digests.personId })
		.from(digests)
		.where(eq(digests.tokenHash, tokenHash));
	return row?.personId;
}

export async function refuse(db: Database, personId: string, at: Date): Promise<void> {
	await db.insert(digestRefusals).values({ personId, createdAt: at }).onConflictDoNothing();
}

export async function want(db: Database, personId: string): Promise<void> {
	await db.delete(digestRefusals).where(eq(digestRefusals.personId, personId));
}

export async function isRefused(db: Database, personId: string): Promise<boolean> {
	const [row] = await db
		.select({ personId: digestRefusals.personId })
		.from(digestRefusals)
		.where(eq(digestRefusals.personId, personId));
	return row !== undefined;
}
