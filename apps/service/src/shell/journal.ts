import type { Tx } from '@stazhirovka/db';
import { journal } from '@stazhirovka/db/schema';
import type { JournalKind } from '@stazhirovka/domain/journal';
import { sql } from 'drizzle-orm';
import { PROGRESS_CHANNEL } from './live.ts';

type Author = { actor: { personId: string } | null; now: () => Date };
type Subject = { id: string; cohortId?: string | null };
export type Recorded = { kind: JournalKind; subject: Subject; data?: Record<string, unknown> };

/**
 * Writes who did what in the transaction that did it (R169), and wakes the screens that watch the cohort:
 * PostgreSQL delivers the notice only after COMMIT, so nobody hears of what was rolled back.
 */
export async function record(
	tx: Tx,
	author: Author,
	kind: JournalKind,
	subject: Subject,
	data: Record<string, unknown> = {}
): Promise<void> {
	await recordAll(tx, author, [{ kind, subject, data }]);
}

/** The same for many, in one statement: a statement has room for some thousands. */
export async function recordAll(tx: Tx, author: Author, entries: Recorded[]): Promise<void> {
	if (entries.length === 0) return;
	const own = { at: author.now(), actorId: author.actor?.personId ?? null };
	await tx.insert(journal).values(
		entries.map(({ kind, subject, data = {} }) => ({
			...own,
			kind,
			subjectId: subject.id,
			cohortId: subject.cohortId ?? null,
			data
		}))
	);
	const cohorts = new Set(entries.flatMap(({ subject }) => subject.cohortId ?? []));
	for (const id of cohorts) await tx.execute(sql`select pg_notify(${PROGRESS_CHANNEL}, ${id})`);
}
