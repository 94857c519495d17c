import type { Database, Tx } from '@stazhirovka/db';
import { organisations, recommendations, regulations } from '@stazhirovka/db/schema';
import { and, asc, eq, inArray } from 'drizzle-orm';

type Queryable = Database | Tx;
type NewRecommendation = typeof recommendations.$inferInsert;

/** False when the organisation is on the list already. */
export async function insertRecommendation(tx: Tx, values: NewRecommendation): Promise<boolean> {
	const rows = await tx
		.insert(recommendations)
		.values(values)
		.onConflictDoNothing()
		.returning({ id: recommendations.id });
	return rows.length === 1;
}

export async function deleteRecommendation(tx: Tx, id: string): Promise<void> {
	await tx.delete(recommendations).where(eq(recommendations.id, id));
}

/** The list of these regulations, by organisation. */
export function recommendationsOf(db: Queryable, regulationIds: string[]) {
	return db
		.select({
			id: recommendations.id,
			regulationId: recommendations.regulationId,
			key: regulations.key,
			organisation: { id: organisations.id, title: organisations.title },
			authority: recommendations.authority,
			reference: recommendations.reference,
			createdAt: recommendations.createdAt
		})
		.from(recommendations)
		.innerJoin(regulations, eq(regulations.id, recommendations.regulationId))
		.innerJoin(organisations, eq(organisations.id, recommendations.organisationId))
		.where(inArray(recommendations.regulationId, regulationIds))
		.orderBy(asc(organisations.title), asc(recommendations.id));
}

export async function recommendationRegulation(db: Queryable, id: string): Promise<string | undefined> {
	const [row] = await db
		.select({ regulationId: recommendations.regulationId })
		.from(recommendations)
		.where(eq(recommendations.id, id));
	return row?.regulationId;
}

/** Of these organisations, those on the regulation's list (R29). */
export async function recommendedAmong(
	db: Queryable,
	regulationId: string,
	organisationIds: string[]
): Promise<ReadonlySet<string>> {
	const rows = await db
		.select({ id: recommendations.organisationId })
		.from(recommendations)
		.where(
			and(
				eq(recommendations.regulationId, regulationId),
				inArray(recommendations.organisationId, organisationIds)
			)
		);
	return new Set(rows.map(({ id }) => id));
}
