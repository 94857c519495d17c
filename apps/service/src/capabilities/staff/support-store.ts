import type { Database, Tx } from '@stazhirovka/db';
import { consultations, supportPairs } from '@stazhirovka/db/schema';
import { and, desc, eq, inArray, isNull, sql } from 'drizzle-orm';

type Queryable = Database | Tx;
export type PairFacts = typeof supportPairs.$inferSelect;

/** Null when the same pair began on this day already. */
export async function insertPair(tx: Tx, values: typeof supportPairs.$inferInsert): Promise<string | null> {
	const [row] = await tx
		.insert(supportPairs)
		.values(values)
		.onConflictDoNothing()
		.returning({ id: supportPairs.id });
	return row?.id ?? null;
}

export async function findPair(db: Queryable, id: string): Promise<PairFacts | undefined> {
	const [row] = await db.select().from(supportPairs).where(eq(supportPairs.id, id));
	return row;
}

/** False when the pair was ended meanwhile. */
export async function closePair(tx: Tx, id: string, untilDay: string): Promise<boolean> {
	const rows = await tx
		.update(supportPairs)
		.set({ untilDay })
		.where(and(eq(supportPairs.id, id), isNull(supportPairs.untilDay)))
		.returning({ id: supportPairs.id });
	return rows.length === 1;
}

/** Null when the same was logged before. */
export async function insertConsultation(
	tx: Tx,
	values: typeof consultations.$inferInsert
): Promise<string | null> {
	const [row] = await tx
		.insert(consultations)
		.values(values)
		.onConflictDoNothing()
		.returning({ id: consultations.id });
	return row?.id ?? null;
}

/** Pairs of a site with their log: those that last first. */
export async function pairsOf(db: Queryable, siteId: string) {
	const pairs = await db
		.select()
		.from(supportPairs)
		.where(eq(supportPairs.siteId, siteId))
		.orderBy(sql`${supportPairs.untilDay} is not null`, desc(supportPairs.sinceDay), desc(supportPairs.id));
	const log = await db
		.select()
		.from(consultations)
		.where(
			inArray(
				consultations.pairId,
				pairs.map(({ id }) => id)
			)
		)
		.orderBy(desc(consultations.onDay), desc(consultations.id));
	const byPair = Map.groupBy(log, ({ pairId }) => pairId);
	return pairs.map(({ sinceDay, untilDay, ...pair }) => ({
		...pair,
		since: sinceDay,
		until: untilDay,
		consultations: (byPair.get(pair.id) ?? []).map(({ id, onDay, delivery, participants, outcome }) => ({
			...{ id, delivery, participants, outcome },
			on: onDay
		}))
	}));
}
