import { startTestServer } from '@stazhirovka/db/testing';

/** One throw-away PostgreSQL for the whole run; vitest calls what this returns at the end. */
export default async function setUp(): Promise<() => void> {
	const server = await startTestServer();
	return server.stop;
}
