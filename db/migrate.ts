import { fileURLToPath } from 'node:url';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate as applyMigrations } from 'drizzle-orm/postgres-js/migrator';
import postgres, { type Sql } from 'postgres';

const FOLDER = fileURLToPath(new URL('./migrations', import.meta.url));

/** Any number, as long as every version of the product uses the same one. */
const LOCK = 7_270_316;

/** The database holds a migration that this version of the code does not have. */
export class DatabaseNewerThanCode extends Error {
	readonly code = 'database.newer-than-code';

	constructor() {
		super('The database was migrated by a newer version of the product');
	}
}

/**
 * Brings the database up to this version of the code; does nothing when it is.
 * Of several processes that start at once one migrates and the others wait.
 * Throws `DatabaseNewerThanCode`, or the error of the driver when the server does not answer.
 */
export async function migrate(url: string, folder = FOLDER): Promise<void> {
	const client = postgres(url, {
		max: 1,
		connect_timeout: 5,
		connection: { application_name: 'stazhirovka-migrate' },
		onnotice: () => undefined
	});

	try {
		await client`select pg_advisory_lock(${LOCK})`;
		await refuseNewer(client, folder);
		await client`set lock_timeout = '10s'`;
		await applyMigrations(drizzle(client), { migrationsFolder: folder });
	} finally {
		await client.end({ timeout: 5 });
	}
}

/** A migration is known by the moment it was generated, which its journal keeps. */
async function refuseNewer(client: Sql, folder: string): Promise<void> {
	const [journal] = await client`select to_regclass('drizzle.__drizzle_migrations') as name`;
	if (!journal?.name) return;

	const known = readMigrationFiles({ migrationsFolder: folder }).map((file) => file.folderMillis);
	const recorded = await client<{ moment: string }[]>`
		select created_at as moment from drizzle.__drizzle_migrations`;

	if (recorded.some(({ moment }) => !known.includes(Number(moment)))) throw new DatabaseNewerThanCode();
}
