import type { Database, Tx } from '@stazhirovka/db';
import { organisations, sites } from '@stazhirovka/db/schema';
import { asc, eq, or, sql } from 'drizzle-orm';

export type SiteFacts = typeof sites.$inferSelect;

export async function findSite(db: Database | Tx, id: string): Promise<SiteFacts | undefined> {
	const [site] = await db.select().from(sites).where(eq(sites.id, id));
	return site;
}

/** The id of the new site; undefined when its id or its code is taken. */
export async function insertSite(tx: Tx, values: typeof sites.$inferInsert): Promise<string | undefined> {
	const [row] = await tx.insert(sites).values(values).onConflictDoNothing().returning({ id: sites.id });
	return row?.id;
}

/** Sites that the organisation stands for, alone or as the lead. */
export function sitesOfOrganisation(db: Database | Tx, organisationId: string): Promise<SiteFacts[]> {
	return db.select().from(sites).where(eq(sites.organisationId, organisationId)).orderBy(asc(sites.title));
}

/** What is granted to one organisation goes one after the other. */
export async function lockOrganisation(tx: Tx, id: string): Promise<void> {
	await tx
		.select({ id: organisations.id })
		.from(organisations)
		.where(eq(organisations.id, id))
		.for('no key update');
}

/** Codes of sites that begin with one of these. */
export async function codesLike(db: Database | Tx, starts: string[]): Promise<ReadonlySet<string>> {
	const rows = await db
		.select({ code: sites.code })
		.from(sites)
		.where(or(...starts.map((start) => sql`starts_with(${sites.code}, ${start})`), sql`false`));
	return new Set(rows.map(({ code }) => code));
}
