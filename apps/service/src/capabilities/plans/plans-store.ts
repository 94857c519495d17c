import type { Database, Tx } from '@stazhirovka/db';
import {
	planApprovals,
	planCorrections,
	planProposals,
	planRows,
	plans,
	sites
} from '@stazhirovka/db/schema';
import type { ApprovalKind, PlanRow } from '@stazhirovka/domain/plans';
import { and, eq, gte, inArray, isNull, lte, or } from 'drizzle-orm';

type Queryable = Database | Tx;
export type PlanFacts = typeof plans.$inferSelect;
export type RowFacts = typeof planRows.$inferSelect;
export type ApprovalFacts = typeof planApprovals.$inferSelect;
export type NewRow = PlanRow & { isPublic: boolean };

export async function findPlan(db: Queryable, id: string): Promise<PlanFacts | undefined> {
	const [plan] = await db.select().from(plans).where(eq(plans.id, id));
	return plan;
}

/** Plans of one site are begun one after the other, so that no two of them meet. */
export async function lockPlansOf(tx: Tx, siteId: string): Promise<void> {
	await tx.select({ id: sites.id }).from(sites).where(eq(sites.id, siteId)).for('no key update');
}

/** Whether some plan of the site has a day of these already. */
export async function isTaken(
	tx: Tx,
	siteId: string,
	{ from, lastDay }: { from: string; lastDay: string | null }
): Promise<boolean> {
	const taken = await tx.$count(
		plans,
		and(
			eq(plans.siteId, siteId),
			or(isNull(plans.lastDay), gte(plans.lastDay, from)),
			lastDay === null ? undefined : lte(plans.fromDay, lastDay)
		)
	);
	return taken > 0;
}

export async function insertPlan(tx: Tx, values: typeof plans.$inferInsert): Promise<string | undefined> {
	const [row] = await tx.insert(plans).values(values).onConflictDoNothing().returning({ id: plans.id });
	return row?.id;
}

type PlanChange = Partial<Pick<PlanFacts, 'state' | 'signature' | 'returnReason'>>;

/** Changes a plan, or only raises its revision, if it is still as it was seen; false when it is not. */
export async function touchPlan(
	tx: Tx,
	{ id, revision }: { id: string; revision: number },
	change: PlanChange = {}
): Promise<boolean> {
	const rows = await tx
		.update(plans)
		.set({ ...change, revision: revision + 1 })
		.where(and(eq(plans.id, id), eq(plans.revision, revision)))
		.returning({ id: plans.id });
	return rows.length === 1;
}

export async function findRow(db: Queryable, id: string): Promise<RowFacts | undefined> {
	const [row] = await db.select().from(planRows).where(eq(planRows.id, id));
	return row;
}

/** The plan as it is once nobody else issues its paper. */
export async function lockPlan(tx: Tx, id: string): Promise<PlanFacts | undefined> {
	const [plan] = await tx.select().from(plans).where(eq(plans.id, id)).for('no key update');
	return plan;
}

export async function keepPaper(
	tx: Tx,
	id: string,
	paper: Pick<PlanFacts, 'documentId' | 'documentHash'>
): Promise<void> {
	await tx.update(plans).set(paper).where(eq(plans.id, id));
}

/** Reports and corrections of one row go one after the other. */
export async function lockRow(tx: Tx, id: string): Promise<RowFacts | undefined> {
	const [row] = await tx.select().from(planRows).where(eq(planRows.id, id)).for('no key update');
	return row;
}

export async function insertRows(tx: Tx, planId: string, rows: NewRow[], at: Date): Promise<string[]> {
	if (rows.length === 0) return [];
	const made = await tx
		.insert(planRows)
		.values(rows.map(({ from, ...row }) => ({ ...row, fromDay: from, planId, createdAt: at })))
		.returning({ id: planRows.id });
	return made.map(({ id }) => id);
}

export async function updateRow(
	tx: Tx,
	id: string,
	change: Partial<Omit<RowFacts, 'id' | 'planId' | 'createdAt'>>
): Promise<void> {
	await tx.update(planRows).set(change).where(eq(planRows.id, id));
}

/** A row of a plan that nobody has signed leaves no trace but the journal's. */
export async function deleteRow(tx: Tx, id: string): Promise<void> {
	await tx.delete(planCorrections).where(eq(planCorrections.rowId, id));
	await tx.delete(planRows).where(eq(planRows.id, id));
}

export async function insertProposal(
	tx: Tx,
	values: typeof planProposals.$inferInsert
): Promise<string | undefined> {
	const [row] = await tx
		.insert(planProposals)
		.values(values)
		.onConflictDoNothing()
		.returning({ id: planProposals.id });
	return row?.id;
}

export async function findProposal(db: Queryable, id: string) {
	const [row] = await db.select().from(planProposals).where(eq(planProposals.id, id));
	return row;
}

/** Decides a proposal that still waits; false when somebody was first. */
export async function decideOn(
	tx: Tx,
	id: string,
	decision: { state: 'accepted' | 'declined'; answer: string; decidedAt: Date }
): Promise<boolean> {
	const rows = await tx
		.update(planProposals)
		.set(decision)
		.where(and(eq(planProposals.id, id), eq(planProposals.state, 'waiting')))
		.returning({ id: planProposals.id });
	return rows.length === 1;
}

export async function approvalsOf(db: Queryable, planId: string) {
	return db.select().from(planApprovals).where(eq(planApprovals.planId, planId));
}

/** Which steps of these plans are done. */
export async function approvalsOfAll(
	db: Queryable,
	planIds: string[]
): Promise<ReadonlyMap<string, ApprovalKind[]>> {
	const rows = await db
		.select({ planId: planApprovals.planId, kind: planApprovals.kind })
		.from(planApprovals)
		.where(inArray(planApprovals.planId, planIds));
	const plans = Map.groupBy(rows, ({ planId }) => planId);
	return new Map([...plans].map(([id, done]) => [id, done.map(({ kind }) => kind)]));
}

/** Writes what stands behind a state: steps that fell are taken out, the new one is put in. Answers with what fell. */
export async function keepApprovals(
	tx: Tx,
	planId: string,
	standing: readonly ApprovalKind[],
	made?: typeof planApprovals.$inferInsert
): Promise<ApprovalFacts[]> {
	const all = await approvalsOf(tx, planId);
	const fallen = all.filter(({ kind }) => !standing.includes(kind));
	const ids = fallen.map(({ id }) => id);
	if (ids.length) await tx.delete(planApprovals).where(inArray(planApprovals.id, ids));
	if (made) await tx.insert(planApprovals).values(made);
	return fallen;
}

export async function insertCorrection(tx: Tx, values: typeof planCorrections.$inferInsert): Promise<void> {
	await tx.insert(planCorrections).values(values);
}
