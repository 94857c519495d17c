import type { Database, Tx } from '@stazhirovka/db';
import { answerReminders, answerWaivers, cohortAgreements } from '@stazhirovka/db/schema';
import type { Agreement } from '@stazhirovka/domain/answering';
import { inArray } from 'drizzle-orm';

type Queryable = Database | Tx;

/** Puts an agreement in the place of the one before it. */
export async function writeAgreement(tx: Tx, cohortId: string, agreement: Agreement, at: Date) {
	const { hours, wakesAt, restsAt } = agreement;
	await tx
		.insert(cohortAgreements)
		.values({ cohortId, hours, wakesAt, restsAt, createdAt: at })
		.onConflictDoUpdate({
			target: cohortAgreements.cohortId,
			set: { hours, wakesAt, restsAt, createdAt: at }
		});
}

/** False: it was said before. */
export async function insertWaiver(tx: Tx, waiver: Required<typeof answerWaivers.$inferInsert>) {
	const rows = await tx
		.insert(answerWaivers)
		.values(waiver)
		.onConflictDoNothing()
		.returning({ seq: answerWaivers.seq });
	return rows.length === 1;
}

/** The places up to which no answer is needed, by room. */
export async function waiversIn(db: Queryable, roomIds: string[]): Promise<Map<string, number[]>> {
	const found = new Map<string, number[]>();
	if (roomIds.length === 0) return found;
	const rows = await db
		.select({ roomId: answerWaivers.roomId, seq: answerWaivers.seq })
		.from(answerWaivers)
		.where(inArray(answerWaivers.roomId, roomIds));
	for (const { roomId, seq } of rows) found.set(roomId, [...(found.get(roomId) ?? []), seq]);
	return found;
}

type Reminder = { roomId: string; seq: number; personId: string };

/** Takes these reminders; answers with those that no other process has taken. They wait for each other's COMMIT. */
export async function claimReminders(tx: Tx, reminders: Reminder[], at: Date): Promise<Set<string>> {
	const rows = await tx
		.insert(answerReminders)
		.values(reminders.map((reminder) => ({ ...reminder, createdAt: at })))
		.onConflictDoNothing()
		.returning({ roomId: answerReminders.roomId, seq: answerReminders.seq });
	return new Set(rows.map(({ roomId, seq }) => `${roomId}:${seq}`));
}
