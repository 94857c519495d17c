import type { Database, Tx } from '@stazhirovka/db';
import { registerPeople } from '@stazhirovka/db/schema';
import { eq } from 'drizzle-orm';

type Queryable = Database | Tx;
export type RegisterPersonRow = typeof registerPeople.$inferSelect;

export async function findRegisterPerson(
	db: Queryable,
	personId: string
): Promise<RegisterPersonRow | undefined> {
	const [row] = await db.select().from(registerPeople).where(eq(registerPeople.personId, personId));
	return row;
}

export async function keepRegisterPerson(tx: Tx, row: RegisterPersonRow): Promise<void> {
	await tx
		.insert(registerPeople)
		.values(row)
		.onConflictDoUpdate({ target: registerPeople.personId, set: row });
}
