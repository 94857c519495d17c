import { connect, type NatsConnection } from '@nats-io/transport-node';
import type { Database } from '@stazhirovka/db';
import { sql } from 'drizzle-orm';
import { CHANNELS, Subscribers, type Bus } from './channels.ts';
import { openPostgresBus } from './postgres-bus.ts';

const RECONNECT_MILLISECONDS = 500;
const TIMEOUT_MILLISECONDS = 5_000;

/**
 * NATS carries what processes tell each other of themselves: messages as soon as they are committed, who is there, who
 * writes. What the transactions of commands announce (grants, sessions, progress) still comes by LISTEN, because only
 * the database knows of a COMMIT that outlived its process. Throws when one of the two does not answer.
 */
export async function openNatsBus(db: Database, servers: string): Promise<Bus> {
	const postgres = await openPostgresBus(db);
	const subscribers = new Subscribers();
	const place = await placeOf(db);
	const connection = await connect({
		servers: servers.split(','),
		timeout: TIMEOUT_MILLISECONDS,
		maxReconnectAttempts: -1,
		reconnectTimeWait: RECONNECT_MILLISECONDS,
		name: 'stazhirovka'
	}).catch(async (error: unknown) => {
		await postgres.close();
		throw error;
	});
	let hears = true;

	for (const channel of CHANNELS) {
		const callback = (_: Error | null, message: { string(): string }) =>
			subscribers.tell(channel, message.string());
		connection.subscribe(`${place}.${channel}`, { callback });
	}
	void watch(connection, {
		lost: () => (hears = false),
		found() {
			hears = true;
			subscribers.found();
		}
	});
	const publish: Bus['publish'] = (channel, payload) => {
		// What waited for a server to come back would be told long after its moment.
		if (hears && !connection.isClosed()) connection.publish(`${place}.${channel}`, payload);
	};

	return {
		subscribe(channel, listener) {
			const stops = [subscribers, postgres].map((bus) => bus.subscribe(channel, listener));
			return () => stops.forEach((stop) => stop());
		},
		publish,
		committed: publish,
		onReconnect(listener) {
			const stops = [subscribers, postgres].map((bus) => bus.onReconnect(listener));
			return () => stops.forEach((stop) => stop());
		},
		hears: () => hears && postgres.hears(),
		async close() {
			subscribers.clear();
			await connection.close();
			await postgres.close();
		}
	};
}

/** Several installations may share a NATS server; the processes of one share a database. */
async function placeOf(db: Database): Promise<string> {
	const [row] = await db.execute<{ place: string }>(
		sql`select md5(oid || datname) as place from pg_database where datname = current_database()`
	);
	return `stazhirovka.${row?.place ?? ''}`;
}

async function watch(connection: NatsConnection, on: { lost(): void; found(): void }): Promise<void> {
	for await (const { type } of connection.status()) {
		if (type === 'disconnect' || type === 'staleConnection') on.lost();
		else if (type === 'reconnect') on.found();
	}
}
