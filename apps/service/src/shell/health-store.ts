import type { Database } from '@stazhirovka/db';
import { sql } from 'drizzle-orm';

export async function databaseAnswers(db: Database): Promise<boolean> {
	return db.execute(sql`select 1`).then(
		() => true,
		() => false
	);
}
