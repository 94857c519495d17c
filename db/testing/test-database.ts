import { randomBytes } from 'node:crypto';
import postgres, { type Sql } from 'postgres';
import { connect, disconnect, type Database } from '../client.ts';
import { announcedServer } from './env.ts';
import { TEMPLATE } from './test-server.ts';

export type TestDatabase = {
	db: Database;
	url: string;
	/** Closes the connections and deletes the database. */
	drop(): Promise<void>;
};

/**
 * A migrated, empty database of one test file:
 * `const { db, drop } = await createTestDatabase(); afterAll(drop);`
 */
export async function createTestDatabase(): Promise<TestDatabase> {
	const name = `test_${randomBytes(6).toString('hex')}`;
	await onServer(
		(client) => client`create database ${client(name)} template ${client(TEMPLATE)} strategy file_copy`
	);

	const url = new URL(announcedServer());
	url.pathname = name;
	const db = connect(url.href, { connections: 5 });

	return {
		db,
		url: url.href,
		async drop() {
			await disconnect(db);
			await onServer((client) => client`drop database ${client(name)} with (force)`);
		}
	};
}

async function onServer(work: (client: Sql) => Promise<unknown>): Promise<void> {
	const client = postgres(announcedServer(), { max: 1, onnotice: () => undefined });
	try {
		await work(client);
	} finally {
		await client.end();
	}
}
