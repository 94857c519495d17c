import type { Database, Tx } from '@stazhirovka/db';
import { uploads } from '@stazhirovka/db/schema';
import { and, count, eq, gt, isNull, lt } from 'drizzle-orm';

type Queryable = Database | Tx;
export type UploadRow = typeof uploads.$inferSelect;

export async function insertUpload(db: Queryable, values: typeof uploads.$inferInsert): Promise<void> {
	await db.insert(uploads).values(values);
}

export async function findUpload(db: Queryable, ownerId: string, id: string): Promise<UploadRow | undefined> {
	const [row] = await db
		.select()
		.from(uploads)
		.where(and(eq(uploads.id, id), eq(uploads.ownerId, ownerId)));
	return row;
}

export async function countBegun(db: Queryable, ownerId: string, since: Date): Promise<number> {
	const [row] = await db
		.select({ n: count() })
		.from(uploads)
		.where(and(eq(uploads.ownerId, ownerId), gt(uploads.createdAt, since)));
	return row?.n ?? 0;
}

export async function touch(db: Queryable, id: string, touchedAt: Date): Promise<void> {
	await db.update(uploads).set({ touchedAt }).where(eq(uploads.id, id));
}

/** False when it became a file meanwhile. */
export async function becomes(tx: Tx, id: string, fileId: string): Promise<boolean> {
	const changed = await tx
		.update(uploads)
		.set({ fileId })
		.where(and(eq(uploads.id, id), isNull(uploads.fileId)))
		.returning({ id: uploads.id });
	return changed.length > 0;
}

export async function removeUpload(db: Queryable, id: string): Promise<void> {
	await db.delete(uploads).where(eq(uploads.id, id));
}

/** Those that nobody has gone on with since; answers with their ids. */
export async function removeLeft(db: Queryable, since: Date): Promise<string[]> {
	const rows = await db.delete(uploads).where(lt(uploads.touchedAt, since)).returning({ id: uploads.id });
	return rows.map(({ id }) => id);
}
