import type { Tx } from '@stazhirovka/db';
import { outbox } from '@stazhirovka/db/schema';

export type Letter = {
	to: string;
	subject: string;
	text: string;
	/** Beyond what every letter has, such as `List-Unsubscribe`. */
	headers?: Record<string, string>;
};

/** Puts a letter into the outbox in the transaction that causes it; the worker sends it after COMMIT. */
export async function post(tx: Tx, letter: Letter, now: Date): Promise<void> {
	await tx.insert(outbox).values({ ...letter, createdAt: now, nextAttemptAt: now });
}
