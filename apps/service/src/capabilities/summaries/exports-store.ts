import type { Database, Tx } from '@stazhirovka/db';
import { summaryExports } from '@stazhirovka/db/schema';
import type { ExportState } from '@stazhirovka/domain/summaries';
import { and, asc, desc, eq, gte, isNull, lt, or, sql } from 'drizzle-orm';

export type ExportRow = Omit<typeof summaryExports.$inferSelect, 'bytes'> & { size: number | null };
type NewExport = Pick<
	typeof summaryExports.$inferInsert,
	'personId' | 'title' | 'definition' | 'format' | 'askedAt'
>;

const SHOWN = 20;
/** What failed so often, or took its process down so often, is not begun again. */
const MOST_ATTEMPTS = 3;

/** Without the bytes. */
const columns = {
	id: summaryExports.id,
	personId: summaryExports.personId,
	title: summaryExports.title,
	definition: summaryExports.definition,
	format: summaryExports.format,
	state: summaryExports.state,
	askedAt: summaryExports.askedAt,
	claimedAt: summaryExports.claimedAt,
	finishedAt: summaryExports.finishedAt,
	attempts: summaryExports.attempts,
	failure: summaryExports.failure,
	failureDetails: summaryExports.failureDetails,
	name: summaryExports.name,
	mime: summaryExports.mime,
	size: sql<number | null>`octet_length(${summaryExports.bytes})`
};

/** Its key; of the same one that nobody has begun yet, that one's, and `isNew` is false. */
export async function insertExport(tx: Tx, values: NewExport): Promise<{ id: string; isNew: boolean }> {
	const [row] = await tx
		.insert(summaryExports)
		.values(values)
		.onConflictDoNothing()
		.returning({ id: summaryExports.id });
	if (row) return { id: row.id, isNew: true };

	const { personId, title, definition, format } = values;
	const [waiting] = await tx
		.select({ id: summaryExports.id })
		.from(summaryExports)
		.where(
			and(
				eq(summaryExports.personId, personId),
				eq(summaryExports.format, format),
				eq(summaryExports.title, title),
				sql`${summaryExports.definition} = ${JSON.stringify(definition)}::jsonb`
			)
		)
		.orderBy(desc(summaryExports.askedAt))
		.limit(1);
	return { id: waiting?.id ?? '', isNew: false };
}

/** How many files this person waits for. Whoever asks for another one meanwhile waits for this transaction. */
export async function countUnfinished(tx: Tx, personId: string): Promise<number> {
	await tx.execute(
		sql`select pg_advisory_xact_lock(hashtextextended('summary_exports:' || ${personId}::text, 0))`
	);
	return tx.$count(
		summaryExports,
		and(eq(summaryExports.personId, personId), isNull(summaryExports.finishedAt))
	);
}

export function exportsOf(db: Database, personId: string): Promise<ExportRow[]> {
	return db
		.select(columns)
		.from(summaryExports)
		.where(eq(summaryExports.personId, personId))
		.orderBy(desc(summaryExports.askedAt), desc(summaryExports.id))
		.limit(SHOWN);
}

export async function findExport(db: Database, id: string, personId: string): Promise<ExportRow | undefined> {
	const [row] = await db
		.select(columns)
		.from(summaryExports)
		.where(and(eq(summaryExports.id, id), eq(summaryExports.personId, personId)));
	return row;
}

export async function bytesOf(db: Database, id: string): Promise<Buffer | undefined> {
	const [row] = await db
		.select({ bytes: summaryExports.bytes })
		.from(summaryExports)
		.where(eq(summaryExports.id, id));
	return row?.bytes ?? undefined;
}

/** The next one to be made, taken by this process; one that another process left goes on from the beginning. */
export async function claimExport(db: Database, now: Date, leftBefore: Date): Promise<ExportRow | undefined> {
	return db.transaction(async (tx) => {
		const [row] = await tx
			.select(columns)
			.from(summaryExports)
			.where(
				and(
					isNull(summaryExports.finishedAt),
					lt(summaryExports.attempts, MOST_ATTEMPTS),
					or(isNull(summaryExports.claimedAt), lt(summaryExports.claimedAt, leftBefore))
				)
			)
			.orderBy(asc(summaryExports.askedAt), asc(summaryExports.id))
			.limit(1)
			.for('no key update', { skipLocked: true });
		if (!row) return undefined;
		await tx
			.update(summaryExports)
			.set({ claimedAt: now, state: 'counting', attempts: sql`${summaryExports.attempts} + 1` })
			.where(eq(summaryExports.id, row.id));
		return row;
	});
}

/** Ends those that were begun too often: nobody waits for them for ever. */
export async function giveUpExports(
	db: Database,
	now: Date,
	{ left, failure }: { left: Date; failure: string }
): Promise<void> {
	await db
		.update(summaryExports)
		.set({ state: 'failed', failure, finishedAt: now })
		.where(
			and(
				isNull(summaryExports.finishedAt),
				gte(summaryExports.attempts, MOST_ATTEMPTS),
				or(isNull(summaryExports.claimedAt), lt(summaryExports.claimedAt, left))
			)
		);
}

/** Lets go of one that could not be made: it is begun anew at once. */
export async function leaveExport(db: Database, id: string): Promise<void> {
	await db
		.update(summaryExports)
		.set({ claimedAt: null })
		.where(and(eq(summaryExports.id, id), isNull(summaryExports.finishedAt)));
}

export async function moveExport(db: Database, id: string, state: ExportState): Promise<void> {
	await db
		.update(summaryExports)
		.set({ state })
		.where(and(eq(summaryExports.id, id), isNull(summaryExports.finishedAt)));
}

type Made = { name: string; mime: string; bytes: Buffer };
type Failed = { failure: string; failureDetails: Record<string, unknown> | null };

export async function finishExport(
	db: Database,
	id: string,
	outcome: { finishedAt: Date } & (Made | Failed)
): Promise<void> {
	const state = 'failure' in outcome ? ('failed' as const) : ('done' as const);
	await db
		.update(summaryExports)
		.set({ ...outcome, state })
		.where(and(eq(summaryExports.id, id), isNull(summaryExports.finishedAt)));
}

export async function deleteExportsBefore(db: Database, before: Date): Promise<void> {
	await db.delete(summaryExports).where(lt(summaryExports.askedAt, before));
}
