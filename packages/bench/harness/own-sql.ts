import * as schema from '@stazhirovka/db/schema';
import { disconnect, type Database } from '@stazhirovka/db';
import { createWorld, type World } from '@stazhirovka/service/measured';
import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import type { Contender } from './rounds.ts';
import { quantile } from './statistics.ts';

const TIMES = 60;
const CONNECTIONS = 10;

type Statement = { query: string; params: unknown[] };

/** A world whose statements can be listened to. */
export type ListenedWorld = {
	world: World;
	/** What `work` asks of the database, in its order. */
	statementsOf(work: () => Promise<unknown>): Promise<Statement[]>;
	close(): Promise<void>;
};

export async function openListenedWorld(url: string): Promise<ListenedWorld> {
	let heard: Statement[] | undefined;
	const client = postgres(url, {
		max: CONNECTIONS,
		onnotice: () => undefined,
		connection: { TimeZone: 'UTC' }
	});
	const logger = { logQuery: (query: string, params: unknown[]) => void heard?.push({ query, params }) };
	const db: Database = drizzle(client, { schema, casing: 'snake_case', logger });
	const world = await createWorld({ database: Promise.resolve({ db, url, drop: () => disconnect(db) }) });

	return {
		world,
		async statementsOf(work) {
			heard = [];
			await work();
			const found = heard;
			heard = undefined;
			// What processes tell each other meanwhile is nothing that was asked for.
			return found.filter(({ query }) => !query.includes('pg_notify'));
		},
		close: () => world.close()
	};
}

/** The same statements, prepared, one after another, and nothing done with what they answer. */
export function itsSqlAlone(
	name: string,
	url: string,
	statements: Statement[]
): Contender & { close(): Promise<void> } {
	const client = postgres(url, { max: 1, onnotice: () => undefined, connection: { TimeZone: 'UTC' } });
	// Takes the parameters as they were sent: JSON is text already.
	drizzle(client);
	return {
		name,
		run: () =>
			timed(async () => {
				for (const { query, params } of statements)
					await client.unsafe(query, params as never[], { prepare: true });
			}),
		close: () => client.end()
	};
}

/** What one of many calls takes, in milliseconds, one after another. */
export async function timed(
	work: () => Promise<unknown>,
	times = TIMES
): Promise<{ p50: number; p99: number }> {
	const waits: number[] = [];
	for (let n = 0; n < times; n += 1) {
		const from = performance.now();
		await work();
		waits.push(performance.now() - from);
	}
	return { p50: quantile(waits, 0.5), p99: quantile(waits, 0.99) };
}
