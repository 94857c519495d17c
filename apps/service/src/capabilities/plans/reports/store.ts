import type { Database, Tx } from '@stazhirovka/db';
import { siteReports } from '@stazhirovka/db/schema';
import { and, desc, eq, inArray, isNull, max, sql } from 'drizzle-orm';

type Queryable = Database | Tx;
export type ReportRow = typeof siteReports.$inferSelect;
export type NewReport = typeof siteReports.$inferInsert;

export async function findReport(db: Queryable, id: string): Promise<ReportRow | undefined> {
	const [row] = await db.select().from(siteReports).where(eq(siteReports.id, id));
	return row;
}

/** What is done to one report goes one after the other. */
export async function lockReport(tx: Tx, id: string): Promise<void> {
	await tx
		.select({ id: siteReports.id })
		.from(siteReports)
		.where(eq(siteReports.id, id))
		.for('no key update');
}

/** Undefined when it is there already. */
export async function insertReport(tx: Tx, values: NewReport): Promise<string | undefined> {
	const [row] = await tx
		.insert(siteReports)
		.values(values)
		.onConflictDoNothing()
		.returning({ id: siteReports.id });
	return row?.id;
}

/** Requests that were not made before, with their sites. */
export async function insertRequests(tx: Tx, values: NewReport[]): Promise<{ id: string; siteId: string }[]> {
	return tx
		.insert(siteReports)
		.values(values)
		.onConflictDoNothing()
		.returning({ id: siteReports.id, siteId: siteReports.siteId });
}

/** The regular report that is due on a day; without a day, the one that is still being written. */
export async function findRegular(
	db: Queryable,
	siteId: string,
	dueOn: string | null
): Promise<string | undefined> {
	const which =
		dueOn === null
			? and(isNull(siteReports.dueOn), inArray(siteReports.state, ['draft', 'returned']))
			: eq(siteReports.dueOn, dueOn);
	const [row] = await db
		.select({ id: siteReports.id })
		.from(siteReports)
		.where(and(eq(siteReports.siteId, siteId), eq(siteReports.kind, 'regular'), which));
	return row?.id;
}

/** The last day that regular reports of a site cover so far; null when there is none. */
export async function coveredTo(db: Queryable, siteId: string): Promise<string | null> {
	const [row] = await db
		.select({ day: max(siteReports.toDay) })
		.from(siteReports)
		.where(
			and(
				eq(siteReports.siteId, siteId),
				eq(siteReports.kind, 'regular'),
				inArray(siteReports.state, ['submitted', 'accepted'])
			)
		);
	return row?.day ?? null;
}

/** Changes a report that is still as it was seen; undefined when it is not. */
export async function putReport(
	tx: Tx,
	{ id, revision, state }: Pick<ReportRow, 'id' | 'revision' | 'state'>,
	change: Partial<NewReport>
): Promise<ReportRow | undefined> {
	const [row] = await tx
		.update(siteReports)
		.set({ ...change, revision: sql`${siteReports.revision} + 1` })
		.where(and(eq(siteReports.id, id), eq(siteReports.revision, revision), eq(siteReports.state, state)))
		.returning();
	return row;
}

const headColumns = {
	id: siteReports.id,
	kind: siteReports.kind,
	dueOn: siteReports.dueOn,
	subject: siteReports.subject,
	askedFor: siteReports.askedFor,
	fromDay: siteReports.fromDay,
	toDay: siteReports.toDay,
	state: siteReports.state,
	submittedOn: siteReports.submittedOn
};

export type ReportHeadRow = Pick<
	ReportRow,
	'id' | 'kind' | 'dueOn' | 'subject' | 'askedFor' | 'fromDay' | 'toDay' | 'state' | 'submittedOn'
>;

/** Reports of a site without their sheets, what is due last first. */
export function reportsOf(db: Queryable, siteId: string): Promise<ReportHeadRow[]> {
	return db
		.select(headColumns)
		.from(siteReports)
		.where(eq(siteReports.siteId, siteId))
		.orderBy(sql`${siteReports.dueOn} desc nulls first`, desc(siteReports.id));
}
