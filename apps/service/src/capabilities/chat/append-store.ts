import type { Database, Tx } from '@stazhirovka/db';
import type { ChatEventType } from '@stazhirovka/domain/chat';
import { sql } from 'drizzle-orm';
import { PgDialect, PgTransaction } from 'drizzle-orm/pg-core';
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
	/** What must hold of room, author and message at the moment of storing. */
	demands: { open?: boolean; moderator?: boolean; own?: boolean };
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
	| 'aimless'
	| 'removed'
	| 'not_yours'
	| 'stays'
	| 'idle';

/** What became of an event. `wait`: seconds until slow mode lets its author speak. */
export type Verdict = { word: Word; seq: number; hash: string | null; wait: number | null };
type Row = Verdict & { n: number };

const STATEMENTS: Record<Shape, string> = {
	messages: textOf('messages'),
	answers: textOf('answers'),
	act: textOf('act')
};
const UNIQUE_VIOLATION = '23505';
const DEADLOCK = '40P01';

/**
 * Stores events in the order given, each by its own verdict. Another process may have stored one of them since the
 * statement began (C2): then nothing of it was written, no number was spent, and the second try sees it.
 */
export async function append(db: Database | Tx, events: readonly NewEvent[]): Promise<Verdict[]> {
	try {
		return await tryOnce(db, events);
	} catch (error) {
		if (codeOf(error) !== UNIQUE_VIOLATION && codeOf(error) !== DEADLOCK) throw error;
		return tryOnce(db, events);
	}
}

async function tryOnce(db: Database | Tx, events: readonly NewEvent[]): Promise<Verdict[]> {
	const items = JSON.stringify(events.map(toItem));
	const shape = shapeOf(events);
	// A failed statement spoils its transaction, so inside one it stands behind a savepoint.
	const rows = isTransaction(db)
		? await db.transaction((inner) => inner.execute<Row>(appending(sql`${items}`, shape)))
		: await db.$client.unsafe<Row[]>(STATEMENTS[shape], [items], { prepare: true });
	return [...rows].sort((one, other) => one.n - other.n);
}

function textOf(shape: Shape): string {
	return new PgDialect().sqlToQuery(appending(sql`${'items'}`, shape)).sql;
}

function shapeOf(events: readonly NewEvent[]): Shape {
	if (!events.every(({ type }) => type === 'message.posted')) return 'act';
	return events.some(({ message }) => message !== null) ? 'answers' : 'messages';
}

function toItem({ roomId, authorId, clientId, demands, ...event }: NewEvent, n: number) {
	const { open = false, moderator = false, own = false } = demands;
	return { ...event, n, room: roomId, author: authorId, client: clientId, open, moderator, own };
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
