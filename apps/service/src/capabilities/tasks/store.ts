import type { Database, Tx } from '@stazhirovka/db';
import { submissions, submissionVersions } from '@stazhirovka/db/schema';
import type { Answer } from '@stazhirovka/domain/forms';
import type { SubmissionState } from '@stazhirovka/domain/tasks';
import { and, asc, eq, isNull, max } from 'drizzle-orm';
import { conflict } from '../../shell/errors.ts';

type Queryable = Database | Tx;
export type SubmissionRow = typeof submissions.$inferSelect;
export type VersionRow = typeof submissionVersions.$inferSelect;
/** `firstSentAt` decides whether it was late: a return for correction makes nobody late. */
export type SentTask = { id: string; task: string; state: SubmissionState; sentAt: Date; firstSentAt: Date };
type Decision = { decision: 'accepted' | 'returned'; remark: string | null; at: Date; by: string };

/** What an intern has sent so far. */
export function submissionsOf(db: Queryable, enrolmentId: string): Promise<SentTask[]> {
	return db
		.select({
			id: submissions.id,
			task: submissions.taskKey,
			state: submissions.state,
			sentAt: submissions.sentAt,
			firstSentAt: submissionVersions.sentAt
		})
		.from(submissions)
		.innerJoin(
			submissionVersions,
			and(eq(submissionVersions.submissionId, submissions.id), eq(submissionVersions.number, 1))
		)
		.where(eq(submissions.enrolmentId, enrolmentId));
}

export async function findSubmission(db: Queryable, id: string): Promise<SubmissionRow | undefined> {
	const [row] = await db.select().from(submissions).where(eq(submissions.id, id));
	return row;
}

/** Locked: two tabs that decide on one submission go one after the other. */
export async function lockSubmission(tx: Tx, id: string): Promise<SubmissionRow> {
	const [row] = await tx.select().from(submissions).where(eq(submissions.id, id)).for('no key update');
	return row ?? conflict('submission');
}

export function versionsOf(db: Queryable, submissionId: string): Promise<VersionRow[]> {
	return db
		.select()
		.from(submissionVersions)
		.where(eq(submissionVersions.submissionId, submissionId))
		.orderBy(asc(submissionVersions.number));
}

/** Stores a sending whole: the first one opens the submission, a later one goes on after a return. */
export async function insertSending(
	tx: Tx,
	sending: { enrolmentId: string; taskKey: string; answer: Answer; sentAt: Date }
): Promise<{ id: string; version: number }> {
	const { answer, sentAt, ...slot } = sending;
	const values = { ...slot, state: 'sent' as const, sentAt };
	const [row] = await tx
		.insert(submissions)
		.values(values)
		.onConflictDoUpdate({
			target: [submissions.enrolmentId, submissions.taskKey],
			set: { state: 'sent', sentAt, decidedAt: null, decidedBy: null },
			setWhere: eq(submissions.state, 'returned')
		})
		.returning({ id: submissions.id });
	if (!row) return conflict('submission');

	const [last] = await tx
		.select({ number: max(submissionVersions.number) })
		.from(submissionVersions)
		.where(eq(submissionVersions.submissionId, row.id));
	const version = (last?.number ?? 0) + 1;
	await tx.insert(submissionVersions).values({ submissionId: row.id, number: version, answer, sentAt });
	return { id: row.id, version };
}

/** The tutor's word on the newest version; refused when it was said already. */
export async function decide(
	tx: Tx,
	{ submissionId, number }: Pick<VersionRow, 'submissionId' | 'number'>,
	{ decision, remark, at, by }: Decision
): Promise<void> {
	const said = { decidedAt: at, decidedBy: by };
	const moved = await tx
		.update(submissions)
		.set({ state: decision, ...said })
		.where(and(eq(submissions.id, submissionId), eq(submissions.state, 'sent')))
		.returning({ id: submissions.id });
	const kept = await tx
		.update(submissionVersions)
		.set({ decision, remark, ...said })
		.where(
			and(
				eq(submissionVersions.submissionId, submissionId),
				eq(submissionVersions.number, number),
				isNull(submissionVersions.decision)
			)
		)
		.returning({ id: submissionVersions.id });

	if (!moved.length || !kept.length) conflict('submission');
}
