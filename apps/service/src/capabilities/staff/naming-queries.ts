import type { Database, Tx } from '@stazhirovka/db';
import { consents, siteStaff, staffConsents } from '@stazhirovka/db/schema';
import type { Nameable } from '@stazhirovka/domain/staff';
import { and, eq, exists, inArray, isNull, or, sql, type SQL } from 'drizzle-orm';

type Queryable = Database | Tx;

/** The consent of a row of staff to a public name stands: given in the account, or on paper and not taken back (X7). */
export function mayBeNamed(db: Queryable): SQL<boolean> {
	const one = { one: sql`1` };
	const byAccount = db
		.select(one)
		.from(consents)
		.where(
			and(
				eq(consents.personId, siteStaff.personId),
				eq(consents.kind, 'passport'),
				isNull(consents.withdrawnAt)
			)
		);
	const onPaper = db
		.select(one)
		.from(staffConsents)
		.where(and(eq(staffConsents.staffId, siteStaff.id), isNull(staffConsents.withdrawnOn)));
	return sql<boolean>`(${or(exists(byAccount), exists(onPaper))})`;
}

/** Everybody who is or was of the staff of these sites, by the site, for what is shown of them to everybody. */
export async function nameablesOf(
	db: Queryable,
	siteIds: string[]
): Promise<ReadonlyMap<string, Nameable[]>> {
	if (siteIds.length === 0) return new Map();
	const rows = await db
		.select({ siteId: siteStaff.siteId, name: siteStaff.name, consented: mayBeNamed(db) })
		.from(siteStaff)
		.where(inArray(siteStaff.siteId, siteIds));
	return Map.groupBy(rows, ({ siteId }) => siteId);
}

/** The consent on paper that stands, and those before it, the newest first. */
export function paperConsentsOf(db: Queryable, staffId: string) {
	return db
		.select({
			id: staffConsents.id,
			signedOn: staffConsents.signedOn,
			fileId: staffConsents.fileId,
			withdrawnOn: staffConsents.withdrawnOn
		})
		.from(staffConsents)
		.where(eq(staffConsents.staffId, staffId))
		.orderBy(sql`${staffConsents.signedOn} desc, ${staffConsents.id} desc`);
}

/** False when the same was written down before. */
export async function insertConsent(tx: Tx, values: typeof staffConsents.$inferInsert): Promise<boolean> {
	const rows = await tx
		.insert(staffConsents)
		.values(values)
		.onConflictDoNothing()
		.returning({ id: staffConsents.id });
	return rows.length === 1;
}

/** Takes back what stands; false when nothing does. */
export async function endConsents(tx: Tx, staffId: string, withdrawnOn: string): Promise<boolean> {
	const rows = await tx
		.update(staffConsents)
		.set({ withdrawnOn })
		.where(and(eq(staffConsents.staffId, staffId), isNull(staffConsents.withdrawnOn)))
		.returning({ id: staffConsents.id });
	return rows.length > 0;
}
