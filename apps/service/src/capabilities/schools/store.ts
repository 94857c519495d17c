import type { Tx } from '@stazhirovka/db';
import { lowResultSchools } from '@stazhirovka/db/schema';
import { eq } from 'drizzle-orm';

/** False when the school stands on the list of the year already, or the id is taken. */
export async function insertSchool(tx: Tx, values: typeof lowResultSchools.$inferInsert): Promise<boolean> {
	const rows = await tx
		.insert(lowResultSchools)
		.values(values)
		.onConflictDoNothing()
		.returning({ id: lowResultSchools.id });
	return rows.length === 1;
}

/** False when somebody else was first. */
export async function deleteSchool(tx: Tx, id: string): Promise<boolean> {
	const rows = await tx
		.delete(lowResultSchools)
		.where(eq(lowResultSchools.id, id))
		.returning({ id: lowResultSchools.id });
	return rows.length === 1;
}
