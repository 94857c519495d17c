import type { Database, Tx } from '@stazhirovka/db';
import { namesOf, people, programmeDraftComments } from '@stazhirovka/db/schema';
import { and, asc, count, eq, inArray, isNull } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';

type Queryable = Database | Tx;

const settlers = alias(people, 'settlers');

export type CommentRow = Awaited<ReturnType<typeof commentsOf>>[number];

export function commentsOf(db: Queryable, draftId: string) {
	return db
		.select({
			comment: programmeDraftComments,
			by: namesOf(people),
			settledBy: namesOf(settlers)
		})
		.from(programmeDraftComments)
		.leftJoin(people, eq(people.id, programmeDraftComments.personId))
		.leftJoin(settlers, eq(settlers.id, programmeDraftComments.settledBy))
		.where(eq(programmeDraftComments.draftId, draftId))
		.orderBy(asc(programmeDraftComments.id));
}

export async function findComment(db: Queryable, id: string) {
	const [row] = await db.select().from(programmeDraftComments).where(eq(programmeDraftComments.id, id));
	return row;
}

export async function insertComment(
	tx: Tx,
	values: typeof programmeDraftComments.$inferInsert
): Promise<string> {
	const [row] = await tx
		.insert(programmeDraftComments)
		.values(values)
		.returning({ id: programmeDraftComments.id });
	if (!row) throw new Error('PostgreSQL kept no comment');
	return row.id;
}

export async function settleComment(
	tx: Tx,
	id: string,
	by: { settledBy: string | null; settledAt: Date | null }
): Promise<void> {
	await tx.update(programmeDraftComments).set(by).where(eq(programmeDraftComments.id, id));
}

export async function removeComment(tx: Tx, id: string): Promise<void> {
	await tx.delete(programmeDraftComments).where(eq(programmeDraftComments.id, id));
}

/** How many comments of these drafts nobody has settled. */
export async function openCommentsOf(
	db: Queryable,
	draftIds: string[]
): Promise<ReadonlyMap<string, number>> {
	if (draftIds.length === 0) return new Map();
	const rows = await db
		.select({ id: programmeDraftComments.draftId, count: count() })
		.from(programmeDraftComments)
		.where(and(inArray(programmeDraftComments.draftId, draftIds), isNull(programmeDraftComments.settledAt)))
		.groupBy(programmeDraftComments.draftId);
	return new Map(rows.map(({ id, count }) => [id, count]));
}
