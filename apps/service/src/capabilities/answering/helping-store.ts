import type { Database, Tx } from '@stazhirovka/db';
import { awayNotes, nameColumns, people, quickReplies } from '@stazhirovka/db/schema';
import { and, asc, count, eq, gte, inArray } from 'drizzle-orm';

type Queryable = Database | Tx;

export function repliesOf(db: Queryable, personId: string) {
	return db
		.select({ id: quickReplies.id, text: quickReplies.text })
		.from(quickReplies)
		.where(eq(quickReplies.personId, personId))
		.orderBy(asc(quickReplies.id));
}

export async function countReplies(db: Queryable, personId: string): Promise<number> {
	const [row] = await db
		.select({ found: count() })
		.from(quickReplies)
		.where(eq(quickReplies.personId, personId));
	return row?.found ?? 0;
}

export async function insertReply(tx: Tx, reply: typeof quickReplies.$inferInsert): Promise<void> {
	await tx.insert(quickReplies).values(reply).onConflictDoNothing();
}

export async function deleteReply(db: Queryable, personId: string, id: string): Promise<boolean> {
	const rows = await db
		.delete(quickReplies)
		.where(and(eq(quickReplies.id, id), eq(quickReplies.personId, personId)))
		.returning({ id: quickReplies.id });
	return rows.length === 1;
}

/** Puts a note in the place of the one before it. */
export async function writeAway(db: Queryable, note: typeof awayNotes.$inferInsert): Promise<void> {
	const { untilDay, note: words, createdAt } = note;
	await db
		.insert(awayNotes)
		.values(note)
		.onConflictDoUpdate({ target: awayNotes.personId, set: { untilDay, note: words, createdAt } });
}

export async function deleteAway(db: Queryable, personId: string): Promise<void> {
	await db.delete(awayNotes).where(eq(awayNotes.personId, personId));
}

/** Notes of these people that still hold on the day. */
export function awayOn(db: Queryable, personIds: string[], day: string) {
	return db
		.select({ person: nameColumns, until: awayNotes.untilDay, note: awayNotes.note })
		.from(awayNotes)
		.innerJoin(people, eq(people.id, awayNotes.personId))
		.where(and(inArray(awayNotes.personId, personIds), gte(awayNotes.untilDay, day)))
		.orderBy(asc(people.surname), asc(people.id));
}
