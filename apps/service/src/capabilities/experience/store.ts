import type { Tx } from '@stazhirovka/db';
import { experienceSummaries } from '@stazhirovka/db/schema';
import { and, eq } from 'drizzle-orm';

type Values = typeof experienceSummaries.$inferInsert;
type Place = { id: string; siteId: string };

const of = ({ id, siteId }: Place) =>
	and(eq(experienceSummaries.id, id), eq(experienceSummaries.siteId, siteId));

/** A summary of the site, held until the transaction ends: whoever changes it at the same time waits. */
export async function lockSummary(tx: Tx, place: Place) {
	const [row] = await tx.select().from(experienceSummaries).where(of(place)).for('no key update');
	return row;
}

/** False when the id is taken. */
export async function insertSummary(tx: Tx, values: Values): Promise<boolean> {
	const rows = await tx
		.insert(experienceSummaries)
		.values(values)
		.onConflictDoNothing()
		.returning({ id: experienceSummaries.id });
	return rows.length === 1;
}

/** Changes what is still as it was seen; false when it is not. */
export async function changeSummary(
	tx: Tx,
	{ revision, ...place }: Place & { revision: number },
	values: Partial<Values>
): Promise<boolean> {
	const rows = await tx
		.update(experienceSummaries)
		.set({ ...values, revision: revision + 1 })
		.where(and(of(place), eq(experienceSummaries.revision, revision)))
		.returning({ id: experienceSummaries.id });
	return rows.length === 1;
}
