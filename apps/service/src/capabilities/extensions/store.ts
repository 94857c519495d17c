import type { Tx } from '@stazhirovka/db';
import { extensions } from '@stazhirovka/db/schema';

export async function insertExtension(tx: Tx, values: typeof extensions.$inferInsert): Promise<void> {
	await tx.insert(extensions).values(values);
}
