import type { Database, Tx } from '@stazhirovka/db';
import { formAnswers } from '@stazhirovka/db/schema';
import type { Answer } from '@stazhirovka/domain/forms';
import { and, eq, inArray, isNull, sql } from 'drizzle-orm';

type Queryable = Database | Tx;
export type FormAnswerRow = typeof formAnswers.$inferSelect;

/** Which answer is meant: one definition, one owner, one occasion. */
export type Slot = { definitionId: string; cohortId: string; enrolmentId: string | null; occasion: string };

function at(slot: Slot) {
	return and(
		eq(formAnswers.definitionId, slot.definitionId),
		eq(formAnswers.cohortId, slot.cohortId),
		slot.enrolmentId ? eq(formAnswers.enrolmentId, slot.enrolmentId) : isNull(formAnswers.enrolmentId),
		eq(formAnswers.occasion, slot.occasion)
	);
}

/** Two who hand one sheet in go one after the other: the second meets what the first has stored. */
export async function queueForSheet(tx: Tx, slot: Slot): Promise<void> {
	const { definitionId, cohortId, enrolmentId, occasion } = slot;
	const name = `sheet:${definitionId}:${cohortId}:${enrolmentId}:${occasion}`;
	await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`);
}

export async function findAnswer(db: Queryable, slot: Slot): Promise<FormAnswerRow | undefined> {
	const [row] = await db.select().from(formAnswers).where(at(slot));
	return row;
}

/** The answers of one intern to one definition, whatever the occasion. */
export async function findAnswers(
	db: Queryable,
	{ definitionId, cohortId, enrolmentId }: Omit<Slot, 'occasion'>
): Promise<FormAnswerRow[]> {
	if (enrolmentId === null) return [];
	return db
		.select()
		.from(formAnswers)
		.where(
			and(
				eq(formAnswers.definitionId, definitionId),
				eq(formAnswers.cohortId, cohortId),
				eq(formAnswers.enrolmentId, enrolmentId)
			)
		);
}

/**
 * Stores the answer on top of the named revision (0: nothing is stored yet).
 * Undefined when another tab or person was first: then nothing was written.
 */
export async function putAnswer(
	db: Queryable,
	slot: Slot,
	change: { answer: Answer; onTopOf: number; by: string; at: Date }
): Promise<FormAnswerRow | undefined> {
	const values = { answer: change.answer, savedBy: change.by, savedAt: change.at };
	if (change.onTopOf === 0) {
		const [row] = await db
			.insert(formAnswers)
			.values({ ...slot, ...values })
			.onConflictDoNothing()
			.returning();
		return row;
	}
	const [row] = await db
		.update(formAnswers)
		.set({ ...values, revision: sql`${formAnswers.revision} + 1` })
		.where(and(at(slot), eq(formAnswers.revision, change.onTopOf), isNull(formAnswers.submittedAt)))
		.returning();
	return row;
}

/** Takes the mark away for several enrolments at once. */
export async function unmarkSubmitted(
	tx: Tx,
	{ definitionId, cohortId, occasion }: Omit<Slot, 'enrolmentId'>,
	enrolmentIds: string[]
): Promise<void> {
	const theirs = and(
		eq(formAnswers.definitionId, definitionId),
		eq(formAnswers.cohortId, cohortId),
		eq(formAnswers.occasion, occasion),
		inArray(formAnswers.enrolmentId, enrolmentIds)
	);
	if (enrolmentIds.length) await tx.update(formAnswers).set({ submittedAt: null }).where(theirs);
}

/** Marks the answer as handed in, or takes the mark away so that it can be corrected. */
export async function markSubmitted(tx: Tx, slot: Slot, at_: Date | null): Promise<void> {
	await tx.update(formAnswers).set({ submittedAt: at_ }).where(at(slot));
}

/** Forgets a draft that nobody will hand in. */
export async function deleteDraft(tx: Tx, slot: Slot): Promise<void> {
	await tx.delete(formAnswers).where(and(at(slot), isNull(formAnswers.submittedAt)));
}
