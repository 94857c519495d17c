import type { Database, Tx } from '@stazhirovka/db';
import { lowResultSchools, schoolChanges } from '@stazhirovka/db/schema';
import { and, asc, eq, inArray } from 'drizzle-orm';

type Queryable = Database | Tx;

const columns = {
	id: schoolChanges.id,
	schoolId: schoolChanges.schoolId,
	title: schoolChanges.title,
	before: schoolChanges.before,
	now: schoolChanges.now,
	better: schoolChanges.better,
	origin: schoolChanges.origin,
	createdAt: schoolChanges.createdAt
};

/** Results of listed schools by their titles. */
export function changesOf(db: Queryable, schoolIds: string[]) {
	return db
		.select(columns)
		.from(schoolChanges)
		.where(inArray(schoolChanges.schoolId, schoolIds))
		.orderBy(asc(schoolChanges.title), asc(schoolChanges.id));
}

export async function findChange(db: Queryable, { schoolId, id }: { schoolId: string; id: string }) {
	const [row] = await db
		.select(columns)
		.from(schoolChanges)
		.where(and(eq(schoolChanges.id, id), eq(schoolChanges.schoolId, schoolId)));
	return row;
}

/** Whether anything was told under the id, of whichever school. */
export async function isChangeId(db: Queryable, id: string): Promise<boolean> {
	const [row] = await db.select({ id: schoolChanges.id }).from(schoolChanges).where(eq(schoolChanges.id, id));
	return row !== undefined;
}

/** Keeps the school on its list, and others waiting, while something is told of it. */
export async function lockSchool(tx: Tx, id: string): Promise<boolean> {
	const rows = await tx
		.select({ id: lowResultSchools.id })
		.from(lowResultSchools)
		.where(eq(lowResultSchools.id, id))
		.for('no key update');
	return rows.length === 1;
}

/** False when this result of the school was told already, or the id is taken. */
export async function insertChange(tx: Tx, values: typeof schoolChanges.$inferInsert): Promise<boolean> {
	const rows = await tx
		.insert(schoolChanges)
		.values(values)
		.onConflictDoNothing()
		.returning({ id: schoolChanges.id });
	return rows.length === 1;
}

/** False when somebody else was first. */
export async function deleteChange(tx: Tx, id: string): Promise<boolean> {
	const rows = await tx
		.delete(schoolChanges)
		.where(eq(schoolChanges.id, id))
		.returning({ id: schoolChanges.id });
	return rows.length === 1;
}
