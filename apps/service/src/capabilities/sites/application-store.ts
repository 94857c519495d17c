import type { Database, Tx } from '@stazhirovka/db';
import { applications } from '@stazhirovka/db/schema';
import { and, eq } from 'drizzle-orm';

type Queryable = Database | Tx;
export type ApplicationRow = typeof applications.$inferSelect;
export type ApplicationValues = Partial<typeof applications.$inferInsert>;

export async function findApplication(db: Queryable, id: string): Promise<ApplicationRow | undefined> {
	const [row] = await db.select().from(applications).where(eq(applications.id, id));
	return row;
}

/** What is decided about one application goes one after the other. */
export async function lockApplication(tx: Tx, id: string): Promise<void> {
	await tx
		.select({ id: applications.id })
		.from(applications)
		.where(eq(applications.id, id))
		.for('no key update');
}

/** Moves an application that is still as it was seen; false when it is not. */
export async function putMove(
	tx: Tx,
	{ id, state, revision }: Pick<ApplicationRow, 'id' | 'state' | 'revision'>,
	change: ApplicationValues
): Promise<boolean> {
	const rows = await tx
		.update(applications)
		.set({ ...change, revision: revision + 1 })
		.where(and(eq(applications.id, id), eq(applications.state, state), eq(applications.revision, revision)))
		.returning({ id: applications.id });
	return rows.length === 1;
}
