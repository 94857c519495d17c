import type { Database, Tx } from '@stazhirovka/db';
import { dutyMarks, people, siteAgreements, sites, siteStaff, staffTrainings } from '@stazhirovka/db/schema';
import { and, eq, isNull, lte, ne, sql } from 'drizzle-orm';

type Queryable = Database | Tx;
export type StaffFacts = typeof siteStaff.$inferSelect;
export type NewStaff = typeof siteStaff.$inferInsert;

/** Somebody's account by its address. */
export async function accountOf(db: Queryable, email: string): Promise<string | undefined> {
	const [row] = await db
		.select({ id: people.id })
		.from(people)
		.where(and(sql`lower(${people.email}) = lower(${email})`, isNull(people.blockedAt)));
	return row?.id;
}

/** Writes an appointment down; null when it is known: the same person in the same role from the same day. */
export async function insertStaff(tx: Tx, values: NewStaff): Promise<string | null> {
	const [row] = await tx
		.insert(siteStaff)
		.values(values)
		.onConflictDoNothing()
		.returning({ id: siteStaff.id });
	return row?.id ?? null;
}

export async function knownStaff(
	tx: Tx,
	{ siteId, role, name, fromDay }: Pick<NewStaff, 'siteId' | 'role' | 'name' | 'fromDay'>
): Promise<string | undefined> {
	const [row] = await tx
		.select({ id: siteStaff.id })
		.from(siteStaff)
		.where(
			and(
				eq(siteStaff.siteId, siteId),
				eq(siteStaff.role, role),
				eq(siteStaff.name, name),
				eq(siteStaff.fromDay, fromDay)
			)
		);
	return row?.id;
}

export async function findStaff(db: Queryable, id: string): Promise<StaffFacts | undefined> {
	const [row] = await db.select().from(siteStaff).where(eq(siteStaff.id, id));
	return row;
}

/** Ends an appointment that still lasts; false when it was ended meanwhile. */
export async function endStaff(tx: Tx, id: string, lastDay: string, endReason: string): Promise<boolean> {
	const rows = await tx
		.update(siteStaff)
		.set({ lastDay, endReason, gaveGrant: false, grantWaits: false })
		.where(and(eq(siteStaff.id, id), isNull(siteStaff.lastDay)))
		.returning({ id: siteStaff.id });
	return rows.length === 1;
}

/** Other appointments of the person at the site that have begun and last still: one of them may carry the grant on. */
export function otherStanding(
	tx: Tx,
	{ id, siteId, personId }: { id: string; siteId: string; personId: string }
) {
	return tx
		.select({ id: siteStaff.id, role: siteStaff.role })
		.from(siteStaff)
		.where(
			and(
				eq(siteStaff.siteId, siteId),
				eq(siteStaff.personId, personId),
				isNull(siteStaff.lastDay),
				eq(siteStaff.grantWaits, false),
				ne(siteStaff.id, id)
			)
		);
}

export async function markGave(tx: Tx, id: string): Promise<void> {
	await tx.update(siteStaff).set({ gaveGrant: true }).where(eq(siteStaff.id, id));
}

/** Takes the appointments whose first day has come where the site is; each of them once, whichever process does it. */
export function takeWaiting(tx: Tx, now: Date) {
	const day = sql`(select (${now.toISOString()}::timestamptz at time zone ${sites.timeZone})::date
		from ${sites} where ${sites.id} = ${siteStaff.siteId})`;
	return tx
		.update(siteStaff)
		.set({ grantWaits: false })
		.where(and(eq(siteStaff.grantWaits, true), lte(siteStaff.fromDay, day)))
		.returning({ id: siteStaff.id, siteId: siteStaff.siteId, personId: siteStaff.personId });
}

/** False when the same was written down before. */
export async function insertTraining(tx: Tx, values: typeof staffTrainings.$inferInsert): Promise<boolean> {
	const rows = await tx
		.insert(staffTrainings)
		.values(values)
		.onConflictDoNothing()
		.returning({ id: staffTrainings.id });
	return rows.length === 1;
}

/** False when the same was written down before. */
export async function insertMark(tx: Tx, values: typeof dutyMarks.$inferInsert): Promise<boolean> {
	const rows = await tx
		.insert(dutyMarks)
		.values(values)
		.onConflictDoNothing()
		.returning({ id: dutyMarks.id });
	return rows.length === 1;
}

/** Null when an agreement of this number and day was written down before. */
export async function insertAgreement(
	tx: Tx,
	values: typeof siteAgreements.$inferInsert
): Promise<string | null> {
	const [row] = await tx
		.insert(siteAgreements)
		.values(values)
		.onConflictDoNothing()
		.returning({ id: siteAgreements.id });
	return row?.id ?? null;
}
