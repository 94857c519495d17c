import type { Database, Tx } from '@stazhirovka/db';
import { applicationMembers, applications, eligibilityStatements, files } from '@stazhirovka/db/schema';
import type { NetworkMember, SheetKind, Statement } from '@stazhirovka/domain/sites';
import { and, asc, eq, inArray, sql } from 'drizzle-orm';

type Queryable = Database | Tx;
export type ApplicationRow = typeof applications.$inferSelect;
export type ApplicationValues = Partial<typeof applications.$inferInsert>;

export async function findApplication(db: Queryable, id: string): Promise<ApplicationRow | undefined> {
	const [row] = await db.select().from(applications).where(eq(applications.id, id));
	return row;
}

/** What is done to one application goes one after the other. */
export async function lockApplication(tx: Tx, id: string): Promise<void> {
	await tx
		.select({ id: applications.id })
		.from(applications)
		.where(eq(applications.id, id))
		.for('no key update');
}

/** Undefined when the same person has begun it under the same name already. */
export async function insertApplication(
	tx: Tx,
	values: typeof applications.$inferInsert
): Promise<string | undefined> {
	const [row] = await tx
		.insert(applications)
		.values(values)
		.onConflictDoNothing()
		.returning({ id: applications.id });
	return row?.id;
}

type Begun = Pick<
	typeof applications.$inferInsert,
	'createdBy' | 'regulationVersionId' | 'organisationId' | 'title' | 'renewsSiteId'
>;

/** What the person has begun under this name and not handed in. */
export async function findBegun(tx: Tx, begun: Begun): Promise<string | undefined> {
	const [row] = await tx
		.select({ id: applications.id })
		.from(applications)
		.where(
			and(
				eq(applications.createdBy, begun.createdBy),
				eq(applications.regulationVersionId, begun.regulationVersionId),
				eq(applications.organisationId, begun.organisationId),
				sql`${applications.renewsSiteId} is not distinct from ${begun.renewsSiteId ?? null}`,
				sql`lower(${applications.title}) = lower(${begun.title})`,
				sql`(${applications.state} = 'draft' or (${applications.direct} and ${applications.state} = 'complete'))`
			)
		);
	return row?.id;
}

/** Moves an application that is still as it was seen; false when it is not. */
export async function putMove(
	tx: Tx,
	{ id, revision, state }: Pick<ApplicationRow, 'id' | 'revision' | 'state'>,
	change: ApplicationValues
): Promise<boolean> {
	const rows = await tx
		.update(applications)
		.set({ ...change, revision: revision + 1 })
		.where(and(eq(applications.id, id), eq(applications.revision, revision), eq(applications.state, state)))
		.returning({ id: applications.id });
	return rows.length === 1;
}

export async function changeApplication(tx: Tx, id: string, change: ApplicationValues): Promise<void> {
	await tx.update(applications).set(change).where(eq(applications.id, id));
}

const REVISIONS = {
	application: applications.answerRevision,
	programme: applications.programmeRevision,
	approval: applications.approvalRevision,
	eligibility: applications.eligibilityRevision
} satisfies Record<SheetKind, unknown>;

/** Saves a sheet on top of the named revision of that sheet; undefined when another tab was first. */
export async function putSheet(
	tx: Tx,
	{ id, kind, revision }: { id: string; kind: SheetKind; revision: number },
	change: ApplicationValues
): Promise<ApplicationRow | undefined> {
	const [row] = await tx
		.update(applications)
		.set(change)
		.where(
			and(
				eq(applications.id, id),
				eq(REVISIONS[kind], revision),
				inArray(applications.state, ['draft', 'returned'])
			)
		)
		.returning();
	return row;
}

export function statementsOf(db: Queryable, applicationId: string): Promise<Statement[]> {
	const { position, confirmed, evidence, fileIds } = eligibilityStatements;
	return db
		.select({ position, confirmed, evidence, fileIds })
		.from(eligibilityStatements)
		.where(eq(eligibilityStatements.applicationId, applicationId))
		.orderBy(asc(position));
}

export async function putStatements(tx: Tx, applicationId: string, statements: Statement[]): Promise<void> {
	await tx.delete(eligibilityStatements).where(eq(eligibilityStatements.applicationId, applicationId));
	const rows = statements.map((statement) => ({ ...statement, applicationId }));
	if (rows.length) await tx.insert(eligibilityStatements).values(rows);
}

/** Of these files, those that hang on the application. */
export async function ownFiles(db: Queryable, applicationId: string, ids: string[]): Promise<string[]> {
	const rows = await db
		.select({ id: files.id })
		.from(files)
		.where(and(eq(files.applicationId, applicationId), inArray(files.id, ids)));
	return rows.map(({ id }) => id);
}

/** Names of files that hang on the application, by their ids. */
export async function fileNames(
	db: Queryable,
	applicationId: string,
	ids: string[]
): Promise<Record<string, string>> {
	const rows = await db
		.select({ id: files.id, name: files.name })
		.from(files)
		.where(and(eq(files.applicationId, applicationId), inArray(files.id, ids)));
	return Object.fromEntries(rows.map(({ id, name }) => [id, name]));
}

export function membersOf(db: Queryable, applicationId: string): Promise<NetworkMember[]> {
	const { organisationId, isLead } = applicationMembers;
	return db
		.select({ organisationId, isLead })
		.from(applicationMembers)
		.where(eq(applicationMembers.applicationId, applicationId));
}

export async function putMembers(tx: Tx, applicationId: string, members: NetworkMember[]): Promise<void> {
	await tx.delete(applicationMembers).where(eq(applicationMembers.applicationId, applicationId));
	const rows = members.map((member) => ({ ...member, applicationId }));
	if (rows.length) await tx.insert(applicationMembers).values(rows);
}
