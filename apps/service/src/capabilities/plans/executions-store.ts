import type { Database, Tx } from '@stazhirovka/db';
import { planExecutions } from '@stazhirovka/db/schema';
import { and, eq, isNull } from 'drizzle-orm';

export type ExecutionFacts = typeof planExecutions.$inferSelect;
export type NewExecution = typeof planExecutions.$inferInsert;

/** Null when somebody has told of this day of the row already. */
export async function insertExecution(tx: Tx, values: NewExecution): Promise<string | null> {
	const [row] = await tx
		.insert(planExecutions)
		.values(values)
		.onConflictDoNothing()
		.returning({ id: planExecutions.id });
	return row?.id ?? null;
}

/** A report that stands. */
export async function findExecution(db: Database | Tx, id: string): Promise<ExecutionFacts | undefined> {
	const [row] = await db
		.select()
		.from(planExecutions)
		.where(and(eq(planExecutions.id, id), isNull(planExecutions.withdrawnAt)));
	return row;
}

/** Changes or withdraws a report that is still as it was seen; false when it is not. */
export async function changeReport(
	tx: Tx,
	{ id, revision }: { id: string; revision: number },
	change: Partial<ExecutionFacts>
): Promise<boolean> {
	const rows = await tx
		.update(planExecutions)
		.set({ ...change, revision: revision + 1 })
		.where(
			and(
				eq(planExecutions.id, id),
				eq(planExecutions.revision, revision),
				isNull(planExecutions.withdrawnAt)
			)
		)
		.returning({ id: planExecutions.id });
	return rows.length === 1;
}

/** Whether another report of the row stands on the day. */
export async function isTold(tx: Tx, rowId: string, heldOn: string, exceptId: string): Promise<boolean> {
	const rows = await tx
		.select({ id: planExecutions.id })
		.from(planExecutions)
		.where(
			and(
				eq(planExecutions.rowId, rowId),
				eq(planExecutions.heldOn, heldOn),
				isNull(planExecutions.withdrawnAt)
			)
		);
	return rows.some(({ id }) => id !== exceptId);
}

/** Whether any report of the row stands. */
export async function isHeld(tx: Tx, rowId: string): Promise<boolean> {
	const standing = and(eq(planExecutions.rowId, rowId), isNull(planExecutions.withdrawnAt));
	return (await tx.$count(planExecutions, standing)) > 0;
}
