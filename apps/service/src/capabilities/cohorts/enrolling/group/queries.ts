import type { Database, Tx } from '@stazhirovka/db';
import { enrolments, organisations } from '@stazhirovka/db/schema';
import { foldTitle } from '@stazhirovka/domain/cohorts';
import { and, eq, inArray, isNull, or } from 'drizzle-orm';

type Queryable = Database | Tx;

/** Of these people, those whom a list cannot enter: they are in, wait, are invited, or were sent down. */
export async function standingInCohort(
	db: Queryable,
	cohortId: string,
	personIds: string[]
): Promise<ReadonlySet<string>> {
	const rows = await db
		.select({ personId: enrolments.personId })
		.from(enrolments)
		.where(
			and(
				eq(enrolments.cohortId, cohortId),
				inArray(enrolments.personId, personIds),
				inArray(enrolments.state, [
					...(['awaiting_head', 'waiting', 'invited', 'confirmed', 'completed', 'expelled'] as const)
				])
			)
		);
	return new Set(rows.map(({ personId }) => personId));
}

/** Organisations of the region and of none, by those of the folded titles that they have. */
export async function organisationsTitled(
	db: Queryable,
	regionId: string,
	titles: ReadonlySet<string>
): Promise<ReadonlyMap<string, { id: string; shortTitle: string }>> {
	if (titles.size === 0) return new Map();
	const rows = await db
		.select({ id: organisations.id, title: organisations.title, shortTitle: organisations.shortTitle })
		.from(organisations)
		.where(or(eq(organisations.regionId, regionId), isNull(organisations.regionId)));
	const named = rows.flatMap(({ id, title, shortTitle }) =>
		[foldTitle(title), foldTitle(shortTitle)]
			.filter((one) => titles.has(one))
			.map((one) => [one, { id, shortTitle }] as const)
	);
	return new Map(named);
}
