import type { Tx } from '@stazhirovka/db';
import { journal } from '@stazhirovka/db/schema';
import type { JournalKind } from '@stazhirovka/domain/journal';
import { sql } from 'drizzle-orm';
import { PROGRESS_CHANNEL } from './live.ts';

type Author = { actor: { personId: string } | null; now: () => Date };
type Subject = { id: string; cohortId?: string | null };

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
	await tx.insert(journal).values({
		at: author.now(),
		actorId: author.actor?.personId ?? null,
		kind,
		subjectId: subject.id,
		cohortId: subject.cohortId ?? null,
		data
	});
	if (subject.cohortId) await tx.execute(sql`select pg_notify(${PROGRESS_CHANNEL}, ${subject.cohortId})`);
}
