import type { Database, Tx } from '@stazhirovka/db';
import { draftReadings, draftRounds, shownDrafts } from '@stazhirovka/db/schema';
import type { Answer } from '@stazhirovka/domain/forms';
import { and, asc, eq, gt, inArray, isNull } from 'drizzle-orm';
import { conflict, fail } from '../../shell/errors.ts';

type Queryable = Database | Tx;
export type RoundRow = typeof draftRounds.$inferSelect;
export type DraftRow = typeof shownDrafts.$inferSelect;
export type ReadingRow = typeof draftReadings.$inferSelect;

export async function findRound(db: Queryable, cohortId: string): Promise<RoundRow | null> {
	const [row] = await db.select().from(draftRounds).where(eq(draftRounds.cohortId, cohortId));
	return row ?? null;
}

/** Opens the round or moves its last day; a round that was closed opens again. */
export async function putRound(
	tx: Tx,
	round: Pick<RoundRow, 'cohortId' | 'lastDay' | 'closesAt' | 'openedBy' | 'openedAt'>
): Promise<void> {
	const { lastDay, closesAt } = round;
	const change = { lastDay, closesAt, closedAt: null };
	const { cohortId } = draftRounds;
	await tx.insert(draftRounds).values(round).onConflictDoUpdate({ target: cohortId, set: change });
}

export async function closeRound(tx: Tx, cohortId: string, at: Date): Promise<void> {
	await tx.update(draftRounds).set({ closedAt: at }).where(eq(draftRounds.cohortId, cohortId));
}

export async function openRounds(db: Queryable, now: Date): Promise<string[]> {
	const rows = await db
		.select({ cohortId: draftRounds.cohortId })
		.from(draftRounds)
		.where(and(gt(draftRounds.closesAt, now), isNull(draftRounds.closedAt)));
	return rows.map(({ cohortId }) => cohortId);
}

export async function insertDraft(tx: Tx, draft: Omit<DraftRow, 'id'>): Promise<string> {
	const [row] = await tx
		.insert(shownDrafts)
		.values(draft)
		.onConflictDoNothing()
		.returning({ id: shownDrafts.id });
	return row?.id ?? fail('refused', 'draft.shown_already');
}

export async function findDraftOf(db: Queryable, enrolmentId: string): Promise<DraftRow | undefined> {
	const [row] = await db.select().from(shownDrafts).where(eq(shownDrafts.enrolmentId, enrolmentId));
	return row;
}

/** Readings of these drafts, in the order of the readers' numbers. */
export function readingsOf(db: Queryable, draftIds: string[]): Promise<ReadingRow[]> {
	return db
		.select()
		.from(draftReadings)
		.where(inArray(draftReadings.draftId, draftIds))
		.orderBy(asc(draftReadings.draftId), asc(draftReadings.number));
}

/** A reading with the draft that it is about. */
export async function findReading(db: Queryable, id: string) {
	const [row] = await db
		.select({ reading: draftReadings, draft: shownDrafts })
		.from(draftReadings)
		.innerJoin(shownDrafts, eq(shownDrafts.id, draftReadings.draftId))
		.where(eq(draftReadings.id, id));
	return row;
}

/** What an intern reads or has read; what lapsed is gone. */
export function readingsBy(db: Queryable, readerId: string) {
	return db
		.select({ reading: draftReadings, title: shownDrafts.title })
		.from(draftReadings)
		.innerJoin(shownDrafts, eq(shownDrafts.id, draftReadings.draftId))
		.where(and(eq(draftReadings.readerId, readerId), isNull(draftReadings.lapsedAt)))
		.orderBy(asc(draftReadings.dueAt), asc(draftReadings.id));
}

export async function insertReadings(tx: Tx, rows: (typeof draftReadings.$inferInsert)[]): Promise<void> {
	if (rows.length) await tx.insert(draftReadings).values(rows);
}

export async function lapse(tx: Tx, ids: string[], at: Date): Promise<void> {
	await tx.update(draftReadings).set({ lapsedAt: at }).where(inArray(draftReadings.id, ids));
}

/** On top of this revision, while it is not sent; undefined when another tab was faster. */
export async function saveComment(
	tx: Tx,
	id: string,
	change: { answer: Answer; onTopOf: number; at: Date; send: boolean }
): Promise<ReadingRow | undefined> {
	const { answer, onTopOf, at } = change;
	const [row] = await tx
		.update(draftReadings)
		.set({ answer, revision: onTopOf + 1, savedAt: at, ...(change.send && { sentAt: at }) })
		.where(and(eq(draftReadings.id, id), eq(draftReadings.revision, onTopOf), isNull(draftReadings.sentAt)))
		.returning();
	return row;
}

/** Of two tabs and the clock one is first; the others meet what it has stored. */
export async function holdReading(tx: Tx, id: string): Promise<ReadingRow> {
	const [row] = await tx.select().from(draftReadings).where(eq(draftReadings.id, id)).for('update');
	return row ?? conflict('draft');
}
