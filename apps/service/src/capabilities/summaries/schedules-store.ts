import type { Database, Tx } from '@stazhirovka/db';
import { summarySchedules } from '@stazhirovka/db/schema';
import { and, asc, eq, isNull, lt, lte, or, sql } from 'drizzle-orm';
import type { ScheduleRow } from './store.ts';

type Queryable = Database | Tx;
type Key = Pick<ScheduleRow, 'summaryId' | 'personId'>;

function isOf({ summaryId, personId }: Key) {
	return and(eq(summarySchedules.summaryId, summaryId), eq(summarySchedules.personId, personId));
}

export async function findSchedule(db: Queryable, key: Key): Promise<ScheduleRow | undefined> {
	const [row] = await db.select().from(summarySchedules).where(isOf(key));
	return row;
}

export async function putSchedule(tx: Tx, values: typeof summarySchedules.$inferInsert): Promise<void> {
	const { rhythm, format, nextOn } = values;
	await tx
		.insert(summarySchedules)
		.values(values)
		.onConflictDoUpdate({
			target: [summarySchedules.summaryId, summarySchedules.personId],
			set: { rhythm, format, nextOn, claimedAt: null }
		});
}

export async function deleteSchedule(tx: Tx, key: Key): Promise<boolean> {
	const rows = await tx
		.delete(summarySchedules)
		.where(isOf(key))
		.returning({ nextOn: summarySchedules.nextOn });
	return rows.length > 0;
}

/** A letter of which the day has come, taken by this process. What was taken before and not sent comes last. */
export async function claimSchedule(
	db: Database,
	{ day, now, leftBefore }: { day: string; now: Date; leftBefore: Date }
): Promise<ScheduleRow | undefined> {
	return db.transaction(async (tx) => {
		const [row] = await tx
			.select()
			.from(summarySchedules)
			.where(
				and(
					lte(summarySchedules.nextOn, day),
					or(isNull(summarySchedules.claimedAt), lt(summarySchedules.claimedAt, leftBefore))
				)
			)
			.orderBy(
				sql`${summarySchedules.claimedAt} nulls first`,
				asc(summarySchedules.nextOn),
				asc(summarySchedules.createdAt)
			)
			.limit(1)
			.for('no key update', { skipLocked: true });
		if (row) await tx.update(summarySchedules).set({ claimedAt: now }).where(isOf(row));
		return row;
	});
}

/** Moves a letter on to its next day, or ends it; false where another process has done so. */
export async function claimSending(tx: Tx, schedule: ScheduleRow, next: string | null): Promise<boolean> {
	const unclaimed = and(isOf(schedule), eq(summarySchedules.nextOn, schedule.nextOn));
	const given = { nextOn: summarySchedules.nextOn };
	const rows =
		next === null
			? await tx.delete(summarySchedules).where(unclaimed).returning(given)
			: await tx
					.update(summarySchedules)
					.set({ nextOn: next, claimedAt: null })
					.where(unclaimed)
					.returning(given);
	return rows.length > 0;
}
