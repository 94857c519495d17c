import type { Database, Tx } from '@stazhirovka/db';
import { acts, actScans, statusDecisions } from '@stazhirovka/db/schema';
import { and, arrayContains, desc, eq, exists, inArray, isNotNull, isNull, sql } from 'drizzle-orm';

type Queryable = Database | Tx;

const standing = isNull(actScans.replacedAt);
const shown = {
	id: actScans.id,
	actId: actScans.actId,
	isPublic: actScans.isPublic,
	pages: actScans.pages
};

export type ScanRow = Awaited<ReturnType<typeof standingScans>>[number];

/** What is said about one act goes one after the other. */
export async function lockAct(tx: Tx, id: string): Promise<void> {
	await tx.select({ id: acts.id }).from(acts).where(eq(acts.id, id)).for('no key update');
}

/** The scans that these acts have now. */
export function standingScans(db: Queryable, actIds: string[]) {
	return db
		.select(shown)
		.from(actScans)
		.where(and(inArray(actScans.actId, actIds), standing));
}

/** What was the scan of an act before, the newest first. */
export function pastScans(db: Queryable, actId: string) {
	return db
		.select()
		.from(actScans)
		.where(and(eq(actScans.actId, actId), isNotNull(actScans.replacedAt)))
		.orderBy(desc(actScans.id));
}

export async function insertScan(tx: Tx, values: typeof actScans.$inferInsert): Promise<string> {
	const [row] = await tx.insert(actScans).values(values).returning({ id: actScans.id });
	if (!row) throw new Error('No scan was stored');
	return row.id;
}

export async function retireScan(tx: Tx, id: string, replaced: { replacedAt: Date; reason: string }) {
	await tx.update(actScans).set(replaced).where(eq(actScans.id, id));
}

/** False when it is so already, or is the scan no longer. */
export async function setOpenness(
	tx: Tx,
	{ id, actId, isPublic }: Pick<ScanRow, 'id' | 'actId' | 'isPublic'>
): Promise<boolean> {
	const rows = await tx
		.update(actScans)
		.set({ isPublic })
		.where(
			and(eq(actScans.id, id), eq(actScans.actId, actId), standing, sql`${actScans.isPublic} <> ${isPublic}`)
		)
		.returning({ id: actScans.id });
	return rows.length === 1;
}

/** Whether the file is a page of a scan that is open to everybody, of an act that speaks of some site. */
export async function isPublicPage(db: Queryable, fileId: string): Promise<boolean> {
	const speaks = db
		.select({ one: sql`1` })
		.from(statusDecisions)
		.where(eq(statusDecisions.actId, actScans.actId));
	const open = and(
		standing,
		eq(actScans.isPublic, true),
		arrayContains(actScans.pages, [fileId]),
		exists(speaks)
	);
	return (await db.$count(actScans, open)) > 0;
}
