import type { Database, Tx } from '@stazhirovka/db';
import { sql } from 'drizzle-orm';
import { PgDialect, PgTransaction } from 'drizzle-orm/pg-core';
import type { NewEvent } from './new-event.ts';
import { columnsOf, POSTING } from './posting-store.ts';
import { appending, type Locking, type Shape } from './statement-store.ts';

type Word =
	| 'new'
	/** Stored before, under this `seq` and with this hash. */
	| 'stored'
	| 'outside'
	| 'not_moderator'
	| 'closed'
	/** Somebody else has the floor, or nobody. */
	| 'not_your_floor'
	| 'slow'
	| 'silenced'
	| 'aimless'
	| 'removed'
	| 'not_yours'
	| 'stays'
	| 'idle';

/** What became of an event. `wait`: seconds until slow mode lets its author speak. */
export type Verdict = { word: Word; seq: number; hash: string | null; wait: number | null };
type Row = { n: number; word: Word | 'held' } & Omit<Verdict, 'word'>;
type Posted = Pick<Row, 'n' | 'seq'>;

const STATEMENTS: Record<Shape, Record<Locking, string>> = {
	messages: { wait: textOf('messages', 'wait'), skip: textOf('messages', 'skip') },
	act: { wait: textOf('act', 'wait'), skip: textOf('act', 'skip') }
};
const UNIQUE_VIOLATION = '23505';
const DEADLOCK = '40P01';

/** Stores events in the order given, each by its own verdict. */
export async function append(db: Database | Tx, events: readonly NewEvent[]): Promise<Verdict[]> {
	const verdicts = await store(db, events, 'wait');
	return verdicts.filter((verdict) => verdict !== null);
}

/** The same for rooms that nobody holds: nothing becomes of an event for another room, and null is said of it. */
export function appendToFree(db: Database, events: readonly NewEvent[]): Promise<(Verdict | null)[]> {
	return store(db, events, 'skip');
}

async function store(db: Database | Tx, events: readonly NewEvent[], locking: Locking) {
	const shape = shapeOf(events);
	if (isTransaction(db) || shape === 'act') return judge(db, events, shape, locking);

	const stored = await postPlain(db, events, locking);
	const left = events.filter((_, n) => !stored.has(n));
	const judged = left.length ? await judge(db, left, shape, locking) : [];
	return events.map((_, n) => stored.get(n) ?? judged.shift() ?? null);
}

/** What could be stored without a second look; nothing when one of them was stored before. */
async function postPlain(
	db: Database,
	events: readonly NewEvent[],
	locking: Locking
): Promise<Map<number, Verdict>> {
	if (events.some(({ message }) => message !== null)) return new Map();
	try {
		const rows = await db.$client.unsafe<Posted[]>(POSTING[locking], columnsOf(events), { prepare: true });
		return new Map(rows.map(({ n, seq }) => [n, { word: 'new', seq, hash: null, wait: null }]));
	} catch (error) {
		if (isRepeat(error)) return new Map();
		throw error;
	}
}

/**
 * Another process may have stored one of them since the statement began (C2): then nothing of it was written, no number
 * was spent, and the second try sees it.
 */
async function judge(...asked: Parameters<typeof judgeOnce>): Promise<(Verdict | null)[]> {
	try {
		return await judgeOnce(...asked);
	} catch (error) {
		if (!isRepeat(error)) throw error;
		return judgeOnce(...asked);
	}
}

async function judgeOnce(
	db: Database | Tx,
	events: readonly NewEvent[],
	shape: Shape,
	locking: Locking
): Promise<(Verdict | null)[]> {
	const items = JSON.stringify(events.map(toItem));
	// A failed statement spoils its transaction, so inside one it stands behind a savepoint.
	const rows = isTransaction(db)
		? await db.transaction((inner) => inner.execute<Row>(appending(sql`${items}`, shape, locking)))
		: await db.$client.unsafe<Row[]>(STATEMENTS[shape][locking], [items], { prepare: true });
	return [...rows]
		.sort((one, other) => one.n - other.n)
		.map(({ word, seq, hash, wait }) => (word === 'held' ? null : { word, seq, hash, wait }));
}

function isRepeat(error: unknown): boolean {
	return [UNIQUE_VIOLATION, DEADLOCK].includes(codeOf(error) ?? '');
}

function textOf(shape: Shape, locking: Locking): string {
	return new PgDialect().sqlToQuery(appending(sql`${'items'}`, shape, locking)).sql;
}

function shapeOf(events: readonly NewEvent[]): Shape {
	return events.every(({ type }) => type === 'message.posted') ? 'messages' : 'act';
}

function toItem({ roomId, authorId, clientId, demands, ...event }: NewEvent, n: number) {
	const { open = false, moderator = false, own = false, judge = false } = demands;
	return { ...event, n, room: roomId, author: authorId, client: clientId, open, moderator, own, judge };
}

/** For what is worked out of the moment before it is stored. */
export async function databaseNow(db: Database | Tx): Promise<Date> {
	const [row] = await db.execute<{ at: string | Date }>(sql`select clock_timestamp() as at`);
	return new Date(row?.at ?? Number.NaN);
}

export function isTransaction(db: Database | Tx): db is Tx {
	return db instanceof PgTransaction;
}

/** The code of PostgreSQL; undefined when it did not answer. */
export function codeOf(error: unknown): string | undefined {
	const { code, cause } = error as { code?: unknown; cause?: { code?: unknown } };
	const found = cause?.code ?? code;
	return typeof found === 'string' ? found : undefined;
}
