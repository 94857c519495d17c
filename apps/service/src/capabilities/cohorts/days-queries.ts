import type { Database, Tx } from '@stazhirovka/db';
import { journal } from '@stazhirovka/db/schema';
import type { OrderedDays } from '@stazhirovka/domain/orders';
import { and, asc, eq, sql } from 'drizzle-orm';

/** What the days of a cohort were before each change of it, oldest change first. */
export function earlierDays(
	db: Database | Tx,
	cohortId: string
): Promise<{ changedAt: Date; before: OrderedDays }[]> {
	return db
		.select({ changedAt: journal.at, before: sql<OrderedDays>`${journal.data} -> 'before'` })
		.from(journal)
		.where(and(eq(journal.cohortId, cohortId), eq(journal.kind, 'cohort.changed')))
		.orderBy(asc(journal.at), asc(journal.id));
}
