import type { Tx } from '@stazhirovka/db';
import { siteMembers, sites } from '@stazhirovka/db/schema';
import { and, eq, inArray, isNull } from 'drizzle-orm';

export type NewMembership = Omit<typeof siteMembers.$inferInsert, 'id' | 'siteId'>;

export async function insertMembers(tx: Tx, siteId: string, rows: NewMembership[]): Promise<void> {
	if (rows.length) await tx.insert(siteMembers).values(rows.map((row) => ({ ...row, siteId })));
}

/** Ends memberships that last; they stay in the history. */
export async function endMembers(
	tx: Tx,
	siteId: string,
	organisationIds: string[],
	leftOn: string
): Promise<void> {
	const standing = and(eq(siteMembers.siteId, siteId), isNull(siteMembers.leftOn));
	await tx
		.update(siteMembers)
		.set({ leftOn })
		.where(and(standing, inArray(siteMembers.organisationId, organisationIds)));
}

/** The minutes by which a lead that nobody had to choose is now chosen. */
export async function noteMinutes(tx: Tx, siteId: string, minutes: string): Promise<void> {
	await tx
		.update(siteMembers)
		.set({ minutes })
		.where(and(eq(siteMembers.siteId, siteId), eq(siteMembers.isLead, true), isNull(siteMembers.leftOn)));
}

/** The organisation that stands for the site: the lead of its network. */
export async function setLead(tx: Tx, siteId: string, organisationId: string): Promise<void> {
	await tx.update(sites).set({ organisationId }).where(eq(sites.id, siteId));
}
