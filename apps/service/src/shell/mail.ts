import type { Tx } from '@stazhirovka/db';
import { outbox } from '@stazhirovka/db/schema';

export type Letter = {
	to: string;
	subject: string;
	text: string;
	/** Beyond what every letter has, such as `List-Unsubscribe`. */
	headers?: Record<string, string>;
	/** A file that goes with it. */
	attachment?: { name: string; mime: string; bytes: Buffer };
};

/** Puts a letter into the outbox in the transaction that causes it; the worker sends it after COMMIT. */
export async function post(tx: Tx, letter: Letter, now: Date): Promise<void> {
	await postAll(tx, [letter], now);
}

/** The same for many, in one statement: a statement has room for some thousands. */
export async function postAll(tx: Tx, letters: Letter[], now: Date): Promise<void> {
	const rows = letters.map(({ attachment: file, ...letter }) => ({
		...letter,
		...(file && { attachment: file.bytes, attachmentName: file.name, attachmentMime: file.mime }),
		...{ createdAt: now, nextAttemptAt: now }
	}));
	if (rows.length) await tx.insert(outbox).values(rows);
}
