import type { Database, Tx } from '@stazhirovka/db';
import { programmeApprovals } from '@stazhirovka/db/schema';
import type { DraftState } from '@stazhirovka/domain/authoring';
import { asc, eq, inArray } from 'drizzle-orm';

type Queryable = Database | Tx;

export type ProgrammeApproval = typeof programmeApprovals.$inferSelect;

/** What was said to a version that waits or was published. */
export function approvalsOf(db: Queryable, versionId: string): Promise<ProgrammeApproval[]> {
	return db
		.select()
		.from(programmeApprovals)
		.where(eq(programmeApprovals.versionId, versionId))
		.orderBy(asc(programmeApprovals.createdAt));
}

/** The same for lists, by the version. */
export async function approvalsOfAll(
	db: Queryable,
	versionIds: string[]
): Promise<ReadonlyMap<string, ProgrammeApproval[]>> {
	if (versionIds.length === 0) return new Map();
	const rows = await db
		.select()
		.from(programmeApprovals)
		.where(inArray(programmeApprovals.versionId, versionIds))
		.orderBy(asc(programmeApprovals.createdAt));
	return Map.groupBy(rows, ({ versionId }) => versionId);
}

/** False when somebody has said it already. */
export async function insertApproval(
	tx: Tx,
	values: typeof programmeApprovals.$inferInsert
): Promise<boolean> {
	const rows = await tx
		.insert(programmeApprovals)
		.values(values)
		.onConflictDoNothing()
		.returning({ id: programmeApprovals.id });
	return rows.length === 1;
}

/** Where a version stands: published, or as far as it was approved and agreed. */
export function stateOfVersion(
	{ publishedAt }: { publishedAt: Date | null },
	approvals: readonly Pick<ProgrammeApproval, 'kind'>[]
): DraftState {
	if (publishedAt) return 'published';
	if (approvals.some(({ kind }) => kind === 'agreement')) return 'agreed';
	return approvals.some(({ kind }) => kind === 'approval') ? 'approved' : 'checked';
}
