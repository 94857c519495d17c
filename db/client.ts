import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres, { type Sql } from 'postgres';
import * as schema from './schema/index.ts';

/** The pool. Anything that may run outside a transaction takes it. */
export type Database = PostgresJsDatabase<typeof schema> & { $client: Sql };

/** One open transaction. A function that must be part of its caller's work takes this, never the pool. */
export type Tx = Parameters<Parameters<Database['transaction']>[0]>[0];

export type ConnectOptions = {
	/** The most connections that the pool opens. */
	connections?: number;
};

/** Milliseconds after which the server gives up on a session that would hold others up. */
const LIMITS = {
	statement_timeout: 5_000,
	lock_timeout: 2_000,
	idle_in_transaction_session_timeout: 10_000
};

const CONNECT_SECONDS = 5;
const LONGEST_PAUSE_SECONDS = 1;

/** Opens a pool lazily: nothing is sent until the first query. */
export function connect(url: string, { connections = 10 }: ConnectOptions = {}): Database {
	const client = postgres(url, {
		max: connections,
		connect_timeout: CONNECT_SECONDS,
		connection: { application_name: 'stazhirovka', TimeZone: 'UTC', ...LIMITS },
		backoff: pause,
		onnotice: () => undefined
	});
	return drizzle(client, { schema, casing: 'snake_case' });
}

/**
 * Seconds before the next attempt to reach a server that is away. The driver counts the attempts of all connections
 * together, so its own pause is twenty seconds after the first failure of a pool of ten.
 */
export function pause(attempts: number): number {
	return Math.min(0.05 * 2 ** attempts, LONGEST_PAUSE_SECONDS) * (0.5 + Math.random() / 2);
}

/** Opens every connection of the pool, so that the first page after a start does not wait for each of them to be made. */
export async function warm({ $client }: Database): Promise<void> {
	await Promise.all(Array.from({ length: $client.options.max }, () => $client`select 1`));
}

/** Lets running queries finish, at most five seconds, and closes the pool. */
export async function disconnect(database: Database): Promise<void> {
	await database.$client.end({ timeout: 5 });
}
