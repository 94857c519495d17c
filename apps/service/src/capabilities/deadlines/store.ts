import type { Database, Tx } from '@stazhirovka/db';
import { cohortDeadlines, siteDaysOff } from '@stazhirovka/db/schema';
import { DEADLINE_STEPS, type Deadline } from '@stazhirovka/domain/deadlines';
import { and, asc, eq } from 'drizzle-orm';

type Queryable = Database | Tx;

/** In the order of the path. */
export async function deadlinesOf(db: Queryable, cohortId: string): Promise<Deadline[]> {
	const { step, anchor, workingDays, dueOn } = cohortDeadlines;
	const rows = await db
		.select({ step, anchor, workingDays, dueOn })
		.from(cohortDeadlines)
		.where(eq(cohortDeadlines.cohortId, cohortId));
	return rows.toSorted((a, b) => DEADLINE_STEPS.indexOf(a.step) - DEADLINE_STEPS.indexOf(b.step));
}

export async function putDeadlines(tx: Tx, cohortId: string, deadlines: Deadline[]): Promise<void> {
	await tx.delete(cohortDeadlines).where(eq(cohortDeadlines.cohortId, cohortId));
	const rows = deadlines.map((deadline) => ({ ...deadline, cohortId }));
	if (rows.length) await tx.insert(cohortDeadlines).values(rows);
}

export function daysOffOf(db: Queryable, siteId: string) {
	const { id, kind, title, firstDay, lastDay } = siteDaysOff;
	return db
		.select({ id, kind, title, firstDay, lastDay })
		.from(siteDaysOff)
		.where(eq(siteDaysOff.siteId, siteId))
		.orderBy(asc(siteDaysOff.firstDay), asc(siteDaysOff.id));
}

export async function insertDaysOff(tx: Tx, values: typeof siteDaysOff.$inferInsert): Promise<string> {
	const [row] = await tx.insert(siteDaysOff).values(values).returning({ id: siteDaysOff.id });
	if (!row) throw new Error('Days off were not written');
	return row.id;
}

export async function deleteDaysOff(tx: Tx, siteId: string, id: string): Promise<boolean> {
	const rows = await tx
		.delete(siteDaysOff)
		.where(and(eq(siteDaysOff.id, id), eq(siteDaysOff.siteId, siteId)))
		.returning({ id: siteDaysOff.id });
	return rows.length === 1;
}
