import type { Database, Tx } from '@stazhirovka/db';
import { applicationReturns, nameColumns, people } from '@stazhirovka/db/schema';
import { asc, eq } from 'drizzle-orm';

export async function insertReturn(tx: Tx, values: typeof applicationReturns.$inferInsert): Promise<void> {
	await tx.insert(applicationReturns).values(values);
}

/** Everything that an application was given back for, the first time first, and by whom. */
export function returnsOf(db: Database, applicationId: string) {
	return db
		.select({ row: applicationReturns, person: nameColumns })
		.from(applicationReturns)
		.leftJoin(people, eq(people.id, applicationReturns.returnedBy))
		.where(eq(applicationReturns.applicationId, applicationId))
		.orderBy(asc(applicationReturns.id));
}
