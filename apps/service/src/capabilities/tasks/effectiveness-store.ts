import type { Database, Tx } from '@stazhirovka/db';
import { effectivenessCards } from '@stazhirovka/db/schema';
import { eq } from 'drizzle-orm';
import { conflict } from '../../shell/errors.ts';

export type EffectivenessRow = typeof effectivenessCards.$inferSelect;

export async function findEffectivenessCard(
	db: Database | Tx,
	enrolmentId: string
): Promise<EffectivenessRow | undefined> {
	const [row] = await db
		.select()
		.from(effectivenessCards)
		.where(eq(effectivenessCards.enrolmentId, enrolmentId));
	return row;
}

/** One card of one intern, for good; its id also names the message in the group chat. */
export async function insertEffectivenessCard(tx: Tx, card: Omit<EffectivenessRow, 'id'>): Promise<string> {
	const [row] = await tx
		.insert(effectivenessCards)
		.values(card)
		.onConflictDoNothing()
		.returning({ id: effectivenessCards.id });
	return row?.id ?? conflict('effectiveness_card');
}
