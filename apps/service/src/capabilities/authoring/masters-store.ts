import type { Tx } from '@stazhirovka/db';
import { programmeMasters } from '@stazhirovka/db/schema';
import { eq } from 'drizzle-orm';

/** Keeps a version among the masters, or takes it out; doing either twice is doing it once. */
export async function keepMaster(
	tx: Tx,
	offered: boolean,
	values: typeof programmeMasters.$inferInsert
): Promise<void> {
	if (offered) await tx.insert(programmeMasters).values(values).onConflictDoNothing();
	else await tx.delete(programmeMasters).where(eq(programmeMasters.versionId, values.versionId));
}
