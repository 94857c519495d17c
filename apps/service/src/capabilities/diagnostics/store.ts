import type { Database, Tx } from '@stazhirovka/db';
import { deficitCards } from '@stazhirovka/db/schema';
import { and, eq, isNull, or } from 'drizzle-orm';
import { conflict, missing } from '../../shell/errors.ts';

type Queryable = Database | Tx;
export type CardRow = typeof deficitCards.$inferSelect;
type CardChange = Partial<
	Pick<
		CardRow,
		| 'rows'
		| 'unanswered'
		| 'overrides'
		| 'evidence'
		| 'revision'
		| 'internSignedAt'
		| 'tutorSignedAt'
		| 'tutorSignedBy'
	>
>;

export async function insertCard(
	tx: Tx,
	card: Pick<CardRow, 'enrolmentId' | 'rows' | 'unanswered' | 'createdAt'>
): Promise<CardRow> {
	const [row] = await tx.insert(deficitCards).values(card).onConflictDoNothing().returning();
	return row ?? conflict('deficit_card');
}

export async function findCard(db: Queryable, enrolmentId: string): Promise<CardRow | undefined> {
	const [row] = await db.select().from(deficitCards).where(eq(deficitCards.enrolmentId, enrolmentId));
	return row;
}

/** The card, locked, for whoever changes what it is built from or begins another attempt. */
export async function lockCardOf(tx: Tx, enrolmentId: string): Promise<CardRow | undefined> {
	const [row] = await tx
		.select()
		.from(deficitCards)
		.where(eq(deficitCards.enrolmentId, enrolmentId))
		.for('no key update');
	return row;
}

/** The card, locked, if it still is what the person saw. */
export async function lockCard(tx: Tx, enrolmentId: string, revision: number): Promise<CardRow> {
	const row = await lockCardOf(tx, enrolmentId);
	if (!row) return missing('deficit_card');
	return row.revision === revision ? row : conflict('deficit_card', { revision: row.revision });
}

/** Writes only over the card that the decision was made on, and never over a frozen one (R91). */
export async function changeCard(tx: Tx, card: CardRow, change: CardChange): Promise<CardRow> {
	const [row] = await tx
		.update(deficitCards)
		.set(change)
		.where(
			and(
				eq(deficitCards.id, card.id),
				eq(deficitCards.revision, card.revision),
				or(isNull(deficitCards.internSignedAt), isNull(deficitCards.tutorSignedAt))
			)
		)
		.returning();

	return row ?? conflict('deficit_card');
}
