import type { Database, Tx } from '@stazhirovka/db';
import { regionCoordinators, regions } from '@stazhirovka/db/schema';
import { eq } from 'drizzle-orm';
import { appointedIn, type AppointedRow } from '../appointments/index.ts';

/** Where the appointments to this office are kept. */
export const kept = regionCoordinators;

type Queryable = Database | Tx;

/** Everybody who was named a coordinator of these regions, the newest first. */
export function coordinatorsOf(db: Queryable, regionIds: string[]): Promise<AppointedRow[]> {
	return appointedIn(db, regionCoordinators, { column: regionCoordinators.regionId, ids: regionIds });
}

export async function insertCoordinators(
	tx: Tx,
	rows: (typeof regionCoordinators.$inferInsert)[]
): Promise<void> {
	if (rows.length) await tx.insert(regionCoordinators).values(rows);
}

/** What is done about coordinators of one region goes one after the other. */
export async function lockRegion(tx: Tx, id: string) {
	const [row] = await tx.select().from(regions).where(eq(regions.id, id)).for('no key update');
	return row;
}

/** Regions whose coordinators are kept here. */
export async function keptPlaces(db: Database): Promise<string[]> {
	const rows = await db.selectDistinct({ id: regionCoordinators.regionId }).from(regionCoordinators);
	return rows.map(({ id }) => id);
}
