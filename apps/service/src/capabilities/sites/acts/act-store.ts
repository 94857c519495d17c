import type { Database, Tx } from '@stazhirovka/db';
import { acts, regions, statusDecisions } from '@stazhirovka/db/schema';
import { zoneOfSubject, type TimeZone } from '@stazhirovka/domain/sites';
import { missing } from '../../../shell/errors.ts';
import { and, eq, sql } from 'drizzle-orm';

export type NewAct = Omit<typeof acts.$inferInsert, 'id'>;

/** Enters an act; null when it is known: the same kind, number, day and body in the region. */
export async function insertAct(tx: Tx, act: NewAct): Promise<string | null> {
	const [row] = await tx.insert(acts).values(act).onConflictDoNothing().returning({ id: acts.id });
	return row?.id ?? null;
}

/** The act that was entered already, however its issuer and number were capitalised. */
export async function findAct(
	tx: Tx,
	{
		regionId,
		kind,
		number,
		signedOn,
		issuer
	}: Pick<NewAct, 'regionId' | 'kind' | 'number' | 'signedOn' | 'issuer'>
): Promise<string | undefined> {
	const [row] = await tx
		.select({ id: acts.id })
		.from(acts)
		.where(
			and(
				eq(acts.regionId, regionId),
				eq(acts.kind, kind),
				eq(acts.signedOn, signedOn),
				sql`lower(${acts.number}) = lower(${number})`,
				sql`lower(${acts.issuer}) = lower(${issuer})`
			)
		);
	return row?.id;
}

/** How many decisions about sites the act holds so far. */
export function countDecisions(tx: Tx, actId: string): Promise<number> {
	return tx.$count(statusDecisions, eq(statusDecisions.actId, actId));
}

export async function regionOfAct(db: Database | Tx, id: string): Promise<string | undefined> {
	const [row] = await db.select({ regionId: acts.regionId }).from(acts).where(eq(acts.id, id));
	return row?.regionId;
}

/** The clock of a region, by the name of its subject. */
export async function zoneOfRegion(tx: Tx, id: string): Promise<TimeZone> {
	const [row] = await tx.select({ title: regions.title }).from(regions).where(eq(regions.id, id));
	return zoneOfSubject(row?.title ?? missing('region'));
}
