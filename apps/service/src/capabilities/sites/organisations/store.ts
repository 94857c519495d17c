import type { Tx } from '@stazhirovka/db';
import { municipalities, organisations, regions } from '@stazhirovka/db/schema';
import { and, eq, ne, sql } from 'drizzle-orm';

export type NewOrganisation = typeof organisations.$inferInsert;

/** Names of one region are given one after the other, so that none is given twice unseen. */
export async function lockRegion(tx: Tx, id: string): Promise<void> {
	await tx.select({ id: regions.id }).from(regions).where(eq(regions.id, id)).for('no key update');
}

/** Another organisation of the region with the name; `folded` is the name as the rules compare it. */
export async function findByTitle(
	tx: Tx,
	{ regionId, folded, except }: { regionId: string; folded: string; except: string }
): Promise<string | undefined> {
	const stored = sql`trim(regexp_replace(
		translate(lower(${organisations.title}), 'ё«»"„“”''', 'е'), '[\\s\u00a0]+', ' ', 'g'))`;
	const [row] = await tx
		.select({ id: organisations.id })
		.from(organisations)
		.where(
			and(eq(organisations.regionId, regionId), sql`${stored} = ${folded}`, ne(organisations.id, except))
		)
		.limit(1);
	return row?.id;
}

/** False when the id is taken: the same form was sent twice. */
export async function insertOrganisation(tx: Tx, values: NewOrganisation): Promise<boolean> {
	const rows = await tx.insert(organisations).values(values).onConflictDoNothing().returning();
	return rows.length === 1;
}

/** Changes an organisation that is still as it was seen; false when it is not. */
export async function changeRow(
	tx: Tx,
	{ id, revision }: { id: string; revision: number },
	values: Partial<NewOrganisation>
): Promise<boolean> {
	const rows = await tx
		.update(organisations)
		.set({ ...values, revision: revision + 1 })
		.where(and(eq(organisations.id, id), eq(organisations.revision, revision)))
		.returning({ id: organisations.id });
	return rows.length === 1;
}

/** The municipality of this name, made when the region has none; the caller holds the region's lock. */
export async function putMunicipality(tx: Tx, regionId: string, title: string): Promise<string> {
	const own = and(
		eq(municipalities.regionId, regionId),
		sql`lower(${municipalities.title}) = ${title.toLowerCase()}`
	);
	const [known] = await tx.select({ id: municipalities.id }).from(municipalities).where(own);
	if (known) return known.id;

	const [made] = await tx
		.insert(municipalities)
		.values({ regionId, title })
		.returning({ id: municipalities.id });
	if (!made) throw new Error('No municipality was stored');
	return made.id;
}

export async function isMunicipalityOf(tx: Tx, id: string, regionId: string): Promise<boolean> {
	const own = and(eq(municipalities.id, id), eq(municipalities.regionId, regionId));
	return (await tx.$count(municipalities, own)) === 1;
}
