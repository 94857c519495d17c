import type { Database, Tx } from '@stazhirovka/db';
import { resultSheets } from '@stazhirovka/db/schema';
import type { Answer } from '@stazhirovka/domain/forms';
import type { ResultSheetKind } from '@stazhirovka/domain/results';
import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm';

type Queryable = Database | Tx;
export type SheetRow = typeof resultSheets.$inferSelect;
type Change = { answer: Answer; onTopOf: number; at: Date; submit: boolean };

export async function findSheet(
	db: Queryable,
	finalWorkId: string,
	kind: ResultSheetKind
): Promise<SheetRow | undefined> {
	const [row] = await db
		.select()
		.from(resultSheets)
		.where(and(eq(resultSheets.finalWorkId, finalWorkId), eq(resultSheets.kind, kind)));
	return row;
}

/** Opens a finished sheet again, its answer kept. False: it is not finished, or somebody was first. */
export async function reopenSheet(
	db: Queryable,
	finalWorkId: string,
	kind: ResultSheetKind
): Promise<boolean> {
	const rows = await db
		.update(resultSheets)
		.set({ submittedAt: null, revision: sql`${resultSheets.revision} + 1` })
		.where(
			and(
				eq(resultSheets.finalWorkId, finalWorkId),
				eq(resultSheets.kind, kind),
				isNotNull(resultSheets.submittedAt)
			)
		)
		.returning({ id: resultSheets.finalWorkId });
	return rows.length > 0;
}

/** Stores on top of the named revision (0: nothing is stored yet). Undefined: another tab was first, nothing was written. */
export async function putSheet(
	db: Queryable,
	finalWorkId: string,
	kind: ResultSheetKind,
	{ answer, onTopOf, at, submit }: Change
): Promise<SheetRow | undefined> {
	const values = { answer, savedAt: at, submittedAt: submit ? at : null };
	if (onTopOf === 0) {
		const rows = await db
			.insert(resultSheets)
			.values({ finalWorkId, kind, ...values })
			.onConflictDoNothing()
			.returning();
		return rows[0];
	}
	const [row] = await db
		.update(resultSheets)
		.set({ ...values, revision: sql`${resultSheets.revision} + 1` })
		.where(
			and(
				eq(resultSheets.finalWorkId, finalWorkId),
				eq(resultSheets.kind, kind),
				eq(resultSheets.revision, onTopOf),
				isNull(resultSheets.submittedAt)
			)
		)
		.returning();
	return row;
}
