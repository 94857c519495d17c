import type { Database, Tx } from '@stazhirovka/db';
import { grants, people, sites } from '@stazhirovka/db/schema';
import { eq, sql } from 'drizzle-orm';

export type SiteFacts = typeof sites.$inferSelect;

export async function findSite(db: Database | Tx, id: string): Promise<SiteFacts | undefined> {
	const [site] = await db.select().from(sites).where(eq(sites.id, id));
	return site;
}

/** False when its id or its code is taken. */
export async function insertSite(tx: Tx, values: typeof sites.$inferInsert): Promise<boolean> {
	const rows = await tx.insert(sites).values(values).onConflictDoNothing().returning({ id: sites.id });
	return rows.length === 1;
}

/** Codes of sites that begin so. */
export async function codesLike(db: Database | Tx, start: string): Promise<ReadonlySet<string>> {
	const rows = await db
		.select({ code: sites.code })
		.from(sites)
		.where(sql`starts_with(${sites.code}, ${start})`);
	return new Set(rows.map(({ code }) => code));
}

export async function findAccount(tx: Tx, email: string): Promise<string | undefined> {
	const [row] = await tx
		.select({ id: people.id })
		.from(people)
		.where(sql`lower(${people.email}) = lower(${email})`);
	return row?.id;
}

/** Makes somebody the leader of a site; false when they are already. */
export async function grantLeader(
	tx: Tx,
	{ personId, siteId, givenBy, givenAt }: { personId: string; siteId: string; givenBy: string; givenAt: Date }
): Promise<boolean> {
	const values = { personId, role: 'leader', scopeKind: 'site', scopeId: siteId, givenBy, givenAt } as const;
	const rows = await tx.insert(grants).values(values).onConflictDoNothing().returning({ id: grants.id });
	return rows.length === 1;
}
