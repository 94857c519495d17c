import type { Database, Tx } from '@stazhirovka/db';
import { acts, councilMembers, councils, expertises } from '@stazhirovka/db/schema';
import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import { conflict } from '../../shell/errors.ts';

type Queryable = Database | Tx;

export type CouncilRow = typeof councils.$inferSelect;
export type ExpertiseRow = typeof expertises.$inferSelect;
/** A member in the words of the rules: days are `from` and `lastDay`. */
export type MemberRow = Omit<typeof councilMembers.$inferSelect, 'fromDay'> & { from: string };

export async function findActOf(db: Queryable, actId: string) {
	const [row] = await db.select().from(acts).where(eq(acts.id, actId));
	return row;
}

export async function findCouncil(db: Queryable, id: string): Promise<CouncilRow | undefined> {
	const [row] = await db.select().from(councils).where(eq(councils.id, id));
	return row;
}

/** What is assigned in one council goes one after the other. */
export async function lockCouncil(tx: Tx, id: string): Promise<void> {
	await tx.select({ id: councils.id }).from(councils).where(eq(councils.id, id)).for('no key update');
}

export async function insertCouncil(tx: Tx, values: typeof councils.$inferInsert): Promise<string> {
	const [row] = await tx.insert(councils).values(values).returning({ id: councils.id });
	return row?.id ?? conflict('council');
}

export type TermsRow = Pick<
	CouncilRow,
	'quorum' | 'majority' | 'castingVote' | 'perApplication' | 'criteria' | 'threshold' | 'rule'
>;

/** Changes the terms on top of the revision that was seen; false when somebody else was first. */
export async function changeTerms(
	tx: Tx,
	{ id, revision }: { id: string; revision: number },
	terms: TermsRow
): Promise<boolean> {
	const rows = await tx
		.update(councils)
		.set({ ...terms, revision: revision + 1 })
		.where(and(eq(councils.id, id), eq(councils.revision, revision)))
		.returning({ id: councils.id });
	return rows.length === 1;
}

export async function insertMembers(tx: Tx, rows: (typeof councilMembers.$inferInsert)[]): Promise<void> {
	if (rows.length) await tx.insert(councilMembers).values(rows);
}

/** Everybody who ever sat in the council. */
export function membersOf(db: Queryable, councilId: string): Promise<MemberRow[]> {
	return allMembers(db, [councilId]);
}

export async function allMembers(db: Queryable, councilIds: string[]): Promise<MemberRow[]> {
	const rows = await db
		.select()
		.from(councilMembers)
		.where(inArray(councilMembers.councilId, councilIds))
		.orderBy(asc(councilMembers.id));
	return rows.map(({ fromDay, ...row }) => ({ ...row, from: fromDay }));
}

export async function findMember(db: Queryable, id: string): Promise<MemberRow | undefined> {
	const [row] = await db.select().from(councilMembers).where(eq(councilMembers.id, id));
	if (!row) return undefined;
	const { fromDay, ...member } = row;
	return { ...member, from: fromDay };
}

/** Names the last day of somebody who still sits; false when it was named already. */
export async function endMember(
	tx: Tx,
	id: string,
	end: { lastDay: string; endActId: string }
): Promise<boolean> {
	const rows = await tx
		.update(councilMembers)
		.set(end)
		.where(and(eq(councilMembers.id, id), isNull(councilMembers.lastDay)))
		.returning({ id: councilMembers.id });
	return rows.length === 1;
}

export async function insertExpertises(tx: Tx, rows: (typeof expertises.$inferInsert)[]): Promise<void> {
	if (rows.length) await tx.insert(expertises).values(rows);
}

export async function findExpertise(db: Queryable, id: string): Promise<ExpertiseRow | undefined> {
	const [row] = await db.select().from(expertises).where(eq(expertises.id, id));
	return row;
}

/** The same, and nobody submits to it or finishes it meanwhile. */
export async function lockExpertise(tx: Tx, id: string): Promise<ExpertiseRow | undefined> {
	const [row] = await tx.select().from(expertises).where(eq(expertises.id, id)).for('no key update');
	return row;
}

export function expertisesOf(db: Queryable, councilIds: string[]): Promise<ExpertiseRow[]> {
	return db
		.select()
		.from(expertises)
		.where(inArray(expertises.councilId, councilIds))
		.orderBy(asc(expertises.id));
}

export function expertisesOfApplication(db: Queryable, applicationId: string): Promise<ExpertiseRow[]> {
	return db
		.select()
		.from(expertises)
		.where(eq(expertises.applicationId, applicationId))
		.orderBy(asc(expertises.id));
}

/** Which expertise of its application each is, whichever council makes it; the first is 1. */
export async function roundsOf(
	db: Queryable,
	applicationIds: string[]
): Promise<ReadonlyMap<string, number>> {
	const { id, applicationId } = expertises;
	return inOrder(
		await db
			.select({ id, applicationId })
			.from(expertises)
			.where(inArray(applicationId, applicationIds))
			.orderBy(asc(id))
	);
}

/** The same of rows that were read in their order. */
export function inOrder(
	rows: readonly Pick<ExpertiseRow, 'id' | 'applicationId'>[]
): ReadonlyMap<string, number> {
	const each = Map.groupBy(rows, ({ applicationId }) => applicationId);
	return new Map([...each.values()].flatMap((own) => own.map(({ id }, place) => [id, place + 1] as const)));
}

/** How many reviews an application should get, where it was chosen by hand. */
export async function changeWanted(tx: Tx, id: string, perApplication: number): Promise<void> {
	await tx.update(expertises).set({ perApplication }).where(eq(expertises.id, id));
}

/** Writes the result once; false when it was finished already. */
export async function markFinished(
	tx: Tx,
	id: string,
	result: Pick<ExpertiseRow, 'result' | 'score' | 'castBy' | 'castReason' | 'finishedBy' | 'finishedAt'>
): Promise<boolean> {
	const rows = await tx
		.update(expertises)
		.set(result)
		.where(and(eq(expertises.id, id), isNull(expertises.finishedAt)))
		.returning({ id: expertises.id });
	return rows.length === 1;
}

export function countCouncils(db: Queryable, regulationId: string): Promise<number> {
	return db.$count(councils, eq(councils.regulationId, regulationId));
}
