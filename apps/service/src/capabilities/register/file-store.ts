import type { Database, Tx } from '@stazhirovka/db';
import {
	registerCohorts,
	registerDeadlines,
	registerMendings,
	registerRequests,
	registerTemplates,
	registerUploadedDocuments,
	registerUploads
} from '@stazhirovka/db/schema';
import { USUAL_DEADLINES, type CohortValues, type DeadlineRule } from '@stazhirovka/domain/register';
import { desc, eq, lt } from 'drizzle-orm';

type Queryable = Database | Tx;
type Mending = typeof registerMendings.$inferInsert;

const withoutBytes = {
	id: registerTemplates.id,
	name: registerTemplates.name,
	allowed: registerTemplates.allowed,
	uploadedAt: registerTemplates.uploadedAt
};

/** The workbook that is filled for a site: the newest. */
export async function newestTemplate(db: Queryable, siteId: string) {
	const [row] = await db
		.select(withoutBytes)
		.from(registerTemplates)
		.where(eq(registerTemplates.siteId, siteId))
		.orderBy(desc(registerTemplates.uploadedAt), desc(registerTemplates.id))
		.limit(1);
	return row;
}

export async function templateBytes(db: Queryable, id: string): Promise<Buffer | undefined> {
	const [row] = await db
		.select({ bytes: registerTemplates.bytes })
		.from(registerTemplates)
		.where(eq(registerTemplates.id, id));
	return row?.bytes;
}

export async function insertTemplate(
	tx: Tx,
	values: typeof registerTemplates.$inferInsert
): Promise<string | undefined> {
	const [row] = await tx.insert(registerTemplates).values(values).returning({ id: registerTemplates.id });
	return row?.id;
}

export async function cohortValues(db: Queryable, cohortId: string): Promise<CohortValues> {
	const [row] = await db
		.select({ values: registerCohorts.values })
		.from(registerCohorts)
		.where(eq(registerCohorts.cohortId, cohortId));
	return row?.values ?? {};
}

export async function keepCohortValues(tx: Tx, row: typeof registerCohorts.$inferInsert): Promise<void> {
	await tx
		.insert(registerCohorts)
		.values(row)
		.onConflictDoUpdate({ target: registerCohorts.cohortId, set: row });
}

export async function keepMending(tx: Tx, row: Mending): Promise<void> {
	await tx
		.insert(registerMendings)
		.values(row)
		.onConflictDoUpdate({ target: registerMendings.certificateId, set: row });
}

/** False when somebody was asked since that moment: nobody gets the same letter twice a day. */
export async function claimRequest(
	tx: Tx,
	enrolmentId: string,
	askedAt: Date,
	since: Date
): Promise<boolean> {
	const rows = await tx
		.insert(registerRequests)
		.values({ enrolmentId, askedAt })
		.onConflictDoUpdate({
			target: registerRequests.enrolmentId,
			set: { askedAt },
			setWhere: lt(registerRequests.askedAt, since)
		})
		.returning({ enrolmentId: registerRequests.enrolmentId });
	return rows.length > 0;
}

/** Undefined when the cohort has a package of this number. */
export async function insertUpload(
	tx: Tx,
	values: typeof registerUploads.$inferInsert
): Promise<string | undefined> {
	const [row] = await tx
		.insert(registerUploads)
		.values(values)
		.onConflictDoNothing()
		.returning({ id: registerUploads.id });
	return row?.id;
}

/** How many of them nobody had uploaded before. */
export async function markUploaded(tx: Tx, uploadId: string, documents: string[]): Promise<number> {
	const rows = await tx
		.insert(registerUploadedDocuments)
		.values(documents.map((certificateId) => ({ certificateId, uploadId })))
		.onConflictDoNothing()
		.returning({ id: registerUploadedDocuments.certificateId });
	return rows.length;
}

/** The terms of the settings, and the usual one before them. */
export async function deadlineRules(db: Queryable): Promise<DeadlineRule[]> {
	const set = await db.select().from(registerDeadlines);
	const usual = USUAL_DEADLINES.filter(({ from }) => !set.some((rule) => rule.from === from));
	return [...usual, ...set];
}
