import type { Database } from '@stazhirovka/db';
import { sql } from 'drizzle-orm';

/** Without these an acknowledged message may be gone after a power cut. */
const SAFE: Record<string, readonly string[]> = {
	fsync: ['on'],
	full_page_writes: ['on'],
	synchronous_commit: ['on', 'local', 'remote_write', 'remote_apply']
};

/** The database would lose what it has acknowledged. */
class DatabaseForgets extends Error {
	readonly code = 'database.forgets';

	constructor(faults: string[]) {
		super(`PostgreSQL may lose what it has acknowledged: ${faults.join(', ')}`);
	}
}

/** Throws `DatabaseForgets` when an acknowledgement of this database would not mean that it is stored (C1). */
export async function requireDurability(db: Database): Promise<void> {
	const rows = await db.execute<{ name: string; setting: string }>(
		sql`select name, setting from pg_settings where name in ('fsync', 'full_page_writes', 'synchronous_commit')`
	);
	const faults = rows.filter(({ name, setting }) => !SAFE[name]?.includes(setting));
	if (faults.length) throw new DatabaseForgets(faults.map(({ name, setting }) => `${name} = ${setting}`));
}
