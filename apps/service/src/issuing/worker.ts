import { connect, disconnect } from '@stazhirovka/db';
import { parentPort, workerData } from 'node:worker_threads';
import { issueApproved } from '../capabilities/certificates/index.ts';
import { lowerThread } from '../shell/low-priority.ts';

/** Where the thread finds its work, and what it signs and links with. */
export type Place = { databaseUrl: string; keysDir: string; origin: string };

/** One chunk is numbered while another is entered. */
const CONNECTIONS = 3;

const { databaseUrl, ...job } = workerData as Place;
let stopped = false;
parentPort?.once('message', () => (stopped = true));
parentPort?.unref();
lowerThread();

const db = connect(databaseUrl, { connections: CONNECTIONS });
try {
	await issueApproved({ ...job, db, now: () => new Date() }, () => stopped);
} finally {
	await disconnect(db);
}
