import type { Database } from '@stazhirovka/db';
import { outbox } from '@stazhirovka/db/schema';
import { and, eq, isNull, lt, lte, sql } from 'drizzle-orm';

const MOST_ATTEMPTS = 8;

/** A file that was sent is kept no longer: its reader may lose the right to see it. */
const NO_FILE = { attachment: null, attachmentName: null, attachmentMime: null };

export type WaitingLetter = Pick<
	typeof outbox.$inferSelect,
	'to' | 'subject' | 'text' | 'headers' | 'attachment' | 'attachmentName' | 'attachmentMime'
>;

/**
 * Sends the oldest waiting letter under a row lock; a failure waits twice as long each time.
 * False when nothing waits. A crash after sending and before COMMIT sends that one letter again.
 */
export async function takeLetter(
	db: Database,
	now: Date,
	send: (letter: WaitingLetter) => Promise<unknown>
): Promise<boolean> {
	return db.transaction(async (tx) => {
		const [letter] = await tx
			.select()
			.from(outbox)
			.where(and(isNull(outbox.sentAt), lte(outbox.nextAttemptAt, now), lt(outbox.attempts, MOST_ATTEMPTS)))
			.orderBy(outbox.id)
			.limit(1)
			.for('no key update', { skipLocked: true });
		if (!letter) return false;

		const sent = await send(letter).then(
			() => true,
			() => false
		);
		const later = new Date(now.getTime() + 60_000 * 2 ** letter.attempts);
		await tx
			.update(outbox)
			.set(
				sent ? { sentAt: now, ...NO_FILE } : { attempts: sql`${outbox.attempts} + 1`, nextAttemptAt: later }
			)
			.where(eq(outbox.id, letter.id));
		return true;
	});
}
