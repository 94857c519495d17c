import type { Database, Tx } from '@stazhirovka/db';
import type { ChatEventType } from '@stazhirovka/domain/chat';
import { sql } from 'drizzle-orm';
import { PgDialect, PgTransaction } from 'drizzle-orm/pg-core';
import { POSTING } from './posting-store.ts';
import { appending, type Shape } from './statement-store.ts';

/** An event on its way into the log of its room. */
export type NewEvent = {
	roomId: string;
	authorId: string;
	/** Made by the client: the same id again is stored once (C2). */
	clientId: string;
	/** Of what the client chose, in hex (C3). */
	hash: string;
	/** Null: the database's clock. */
	at: Date | null;
	type: ChatEventType;
	/** The message that it happens to, or the one that a message answers. */
	message: number | null;
	body: Record<string, unknown>;
	/** What must hold of room, author and message at the moment of storing. `judge`: set over the room, and need not be in it. */
	demands: { open?: boolean; moderator?: boolean; own?: boolean; judge?: boolean };
};

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
type Row = Verdict & { n: number };
type Posted = Pick<Row, 'n' | 'seq'>;

const STATEMENTS: Record<Shape, string> = { messages: textOf('messages'), act: textOf('act') };
const UNIQUE_VIOLATION = '23505';
const DEADLOCK = '40P01';

/** Stores events in the order given, each by its own verdict. */
export async function append(db: Database | Tx, events: readonly NewEvent[]): Promise<Verdict[]> {
	const shape = shapeOf(events);
	if (isTransaction(db) || shape === 'act') return judge(db, events, shape);

	const stored = await postPlain(db, events);
	const left = events.filter((_, n) => !stored.has(n));
	const judged = left.length ? await judge(db, left, shape) : [];
	return events.flatMap((_, n) => stored.get(n) ?? judged.shift() ?? []);
}

/** What could be stored without a second look; nothing when one of them was stored before. */
async function postPlain(db: Database, events: readonly NewEvent[]): Promise<Map<number, Verdict>> {
	if (events.some(({ message }) => message !== null)) return new Map();
	try {
		const rows = await db.$client.unsafe<Posted[]>(POSTING, columnsOf(events), { prepare: true });
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
async function judge(db: Database | Tx, events: readonly NewEvent[], shape: Shape): Promise<Verdict[]> {
	try {
		return await judgeOnce(db, events, shape);
	} catch (error) {
		if (!isRepeat(error)) throw error;
		return judgeOnce(db, events, shape);
	}
}

async function judgeOnce(db: Database | Tx, events: readonly NewEvent[], shape: Shape): Promise<Verdict[]> {
	const items = JSON.stringify(events.map(toItem));
	// A failed statement spoils its transaction, so inside one it stands behind a savepoint.
	const rows = isTransaction(db)
		? await db.transaction((inner) => inner.execute<Row>(appending(sql`${items}`, shape)))
		: await db.$client.unsafe<Row[]>(STATEMENTS[shape], [items], { prepare: true });
	return [...rows].sort((one, other) => one.n - other.n);
}

function isRepeat(error: unknown): boolean {
	return [UNIQUE_VIOLATION, DEADLOCK].includes(codeOf(error) ?? '');
}

function textOf(shape: Shape): string {
	return new PgDialect().sqlToQuery(appending(sql`${'items'}`, shape)).sql;
}

function shapeOf(events: readonly NewEvent[]): Shape {
	return events.every(({ type }) => type === 'message.posted') ? 'messages' : 'act';
}

function toItem({ roomId, authorId, clientId, demands, ...event }: NewEvent, n: number) {
	const { open = false, moderator = false, own = false, judge = false } = demands;
	return { ...event, n, room: roomId, author: authorId, client: clientId, open, moderator, own, judge };
}

/** What `POSTING` takes: a list for each column, and the rooms. */
export function columnsOf(events: readonly NewEvent[]): (string | null)[][] {
	const each = (read: (event: NewEvent) => string | null) => events.map(read);
	return [
		each(({ roomId }) => roomId),
		each(({ authorId }) => authorId),
		each(({ clientId }) => clientId),
		each(({ hash }) => hash),
		each(({ at }) => at && at.toISOString()),
		each(({ body }) => String(body.text)),
		each(({ body }) => moreThanWords(body)),
		each(({ demands }) => String(demands.open ?? false)),
		[...new Set(each(({ roomId }) => roomId))]
	];
}

/** Nearly always a message is words alone, and then this is nothing. */
function moreThanWords({ text: _, ...rest }: NewEvent['body']): string | null {
	const isEmpty = (part: unknown) => part === null || (Array.isArray(part) && part.length === 0);
	return Object.values(rest).every(isEmpty) ? null : JSON.stringify(rest);
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
