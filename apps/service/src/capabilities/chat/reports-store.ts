import type { Database, Tx } from '@stazhirovka/db';
import { messageReports } from '@stazhirovka/db/schema';
import { and, eq, isNull } from 'drizzle-orm';

type Settler = { personId: string; at: Date };
type Subject = { roomId: string; message: number };

/** Twice by the same person about the same message is once. */
export async function insertReport(
	db: Database | Tx,
	report: Subject & { reporterId: string; reason: string; createdAt: Date }
): Promise<void> {
	await db.insert(messageReports).values(report).onConflictDoNothing();
}

/** The words that were reported are gone. */
export async function settleReports(tx: Tx, { roomId, message }: Subject, by: Settler): Promise<void> {
	await tx
		.update(messageReports)
		.set({ settled: 'hidden', settledAt: by.at, settledBy: by.personId })
		.where(
			and(
				eq(messageReports.roomId, roomId),
				eq(messageReports.message, message),
				isNull(messageReports.settled)
			)
		);
}

/** False when somebody has settled it meanwhile. */
export async function dismiss(tx: Tx, id: string, by: Settler): Promise<boolean> {
	const settled = await tx
		.update(messageReports)
		.set({ settled: 'dismissed', settledAt: by.at, settledBy: by.personId })
		.where(and(eq(messageReports.id, id), isNull(messageReports.settled)))
		.returning({ id: messageReports.id });
	return settled.length > 0;
}
