import type { Database, Tx } from '@stazhirovka/db';
import { sql } from 'drizzle-orm';
import { PERSON_CHANNEL, PROGRESS_CHANNEL, type Bus } from './channels.ts';
import { openNatsBus } from './nats-bus.ts';
import { openPostgresBus } from './postgres-bus.ts';

export {
	PERSON_CHANNEL,
	PRESENCE_CHANNEL,
	PROGRESS_CHANNEL,
	ROOM_CHANNEL,
	TYPING_CHANNEL
} from './channels.ts';

/** News between processes: what commands announce with pg_notify, delivered after COMMIT, and what is never stored. */
export type Live = Bus;

/** The bus of this process: PostgreSQL alone, or NATS beside it. Throws when one that is wanted does not answer. */
export function listen(db: Database, natsUrl?: string): Promise<Live> {
	return natsUrl ? openNatsBus(db, natsUrl) : openPostgresBus(db);
}

/**
 * Says that something about these people changed: a session ended, a grant or a room was given or taken, a block.
 * Heard after COMMIT by every process, which looks again at what their open sockets may do.
 */
export async function announcePeople(db: Database | Tx, personIds: string[]): Promise<void> {
	if (personIds.length === 0) return;
	await db.execute(
		sql`select pg_notify(${PERSON_CHANNEL}, id) from json_array_elements_text(${JSON.stringify(personIds)}) as people(id)`
	);
}

/** Wakes the screens that watch the cohort, after COMMIT; unlike the journal it keeps neither a person nor the time. */
export async function announceProgress(tx: Tx, cohortId: string): Promise<void> {
	await tx.execute(sql`select pg_notify(${PROGRESS_CHANNEL}, ${cohortId})`);
}
