import type { Database } from '@stazhirovka/db';
import { journal } from '@stazhirovka/db/schema';
import { and, asc, inArray, like } from 'drizzle-orm';

/** What the journal holds about these subjects, in order; `kinds` is how the kind begins. */
export function recorded(db: Database, kinds: string, subjectIds: string[]) {
	return db
		.select({ kind: journal.kind, actorId: journal.actorId, data: journal.data })
		.from(journal)
		.where(and(like(journal.kind, `${kinds}%`), inArray(journal.subjectId, subjectIds)))
		.orderBy(asc(journal.id));
}
