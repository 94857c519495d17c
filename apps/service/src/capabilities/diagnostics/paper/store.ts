import type { Database, Tx } from '@stazhirovka/db';
import { diagnosisPapers } from '@stazhirovka/db/schema';
import type { Answer } from '@stazhirovka/domain/forms';
import { and, eq, isNull } from 'drizzle-orm';
import { fail } from '../../../shell/errors.ts';

export type PaperRow = typeof diagnosisPapers.$inferSelect;
type Of = { enrolmentId: string; occasion: string };

function at({ enrolmentId, occasion }: Of) {
	return and(eq(diagnosisPapers.enrolmentId, enrolmentId), eq(diagnosisPapers.occasion, occasion));
}

export async function findPapers(db: Database | Tx, enrolmentId: string): Promise<PaperRow[]> {
	return db.select().from(diagnosisPapers).where(eq(diagnosisPapers.enrolmentId, enrolmentId));
}

/** A first keying, in the place of the one before with all that followed from it. */
export async function putFirst(
	tx: Tx,
	of: Of,
	keyed: { answer: Answer; by: string; at: Date }
): Promise<void> {
	const first = { first: keyed.answer, firstBy: keyed.by, firstAt: keyed.at };
	const set = { ...first, second: null, secondBy: null, secondAt: null };
	const rows = await tx
		.insert(diagnosisPapers)
		.values({ ...of, ...set })
		.onConflictDoUpdate({
			target: [diagnosisPapers.enrolmentId, diagnosisPapers.occasion],
			set,
			setWhere: isNull(diagnosisPapers.doneAt)
		})
		.returning({ id: diagnosisPapers.id });
	if (rows.length === 0) fail('refused', 'form.submitted');
}

export async function putSecond(
	tx: Tx,
	of: Of,
	keyed: { answer: Answer; by: string; at: Date }
): Promise<void> {
	const rows = await tx
		.update(diagnosisPapers)
		.set({ second: keyed.answer, secondBy: keyed.by, secondAt: keyed.at })
		.where(and(at(of), isNull(diagnosisPapers.doneAt)))
		.returning({ id: diagnosisPapers.id });
	if (rows.length === 0) fail('refused', 'diagnosis.not_keyed');
}

export async function finish(tx: Tx, of: Of, done: { doneAt: Date; fileId: string | null }): Promise<void> {
	await tx.update(diagnosisPapers).set(done).where(at(of));
}
