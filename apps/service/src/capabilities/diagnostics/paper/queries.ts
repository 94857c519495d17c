import type { Database, Tx } from '@stazhirovka/db';
import { files } from '@stazhirovka/db/schema';
import { and, eq } from 'drizzle-orm';

/** The scan, if this person has uploaded it to this enrolment. */
export async function ownScan(
	db: Database | Tx,
	{ id, enrolmentId, ownerId }: { id: string; enrolmentId: string; ownerId: string }
): Promise<string | undefined> {
	const [row] = await db
		.select({ id: files.id })
		.from(files)
		.where(and(eq(files.id, id), eq(files.enrolmentId, enrolmentId), eq(files.ownerId, ownerId)));
	return row?.id;
}

export async function scanNamed(db: Database | Tx, id: string) {
	const [row] = await db.select({ id: files.id, name: files.name }).from(files).where(eq(files.id, id));
	return row ?? null;
}
