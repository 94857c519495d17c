import type { Database, Tx } from '@stazhirovka/db';
import { applicationReviews, conflictDeclarations, reviewAssignments } from '@stazhirovka/db/schema';
import type { Answer } from '@stazhirovka/domain/forms';
import type { Declaration, Recommendation } from '@stazhirovka/domain/councils';
import { and, asc, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm';

type Queryable = Database | Tx;

export type ReviewRow = typeof applicationReviews.$inferSelect;
export type DeclarationRow = typeof conflictDeclarations.$inferSelect;
/** An assignment with the review that was written to it, if any. */
export type AssignmentRow = typeof reviewAssignments.$inferSelect & { review: ReviewRow | null };

/** Assignments that stand, released or not, in the order in which they were made. */
export async function assignmentsOf(db: Queryable, expertiseIds: string[]): Promise<AssignmentRow[]> {
	const rows = await db
		.select()
		.from(reviewAssignments)
		.leftJoin(applicationReviews, eq(applicationReviews.assignmentId, reviewAssignments.id))
		.where(and(inArray(reviewAssignments.expertiseId, expertiseIds), isNull(reviewAssignments.withdrawnAt)))
		.orderBy(asc(reviewAssignments.id));
	return rows.map((row) => ({ ...row.review_assignments, review: row.application_reviews }));
}

/** An assignment that was released to its reviewer and stands. */
export async function findReleased(db: Queryable, id: string): Promise<AssignmentRow | undefined> {
	const [row] = await db
		.select()
		.from(reviewAssignments)
		.leftJoin(applicationReviews, eq(applicationReviews.assignmentId, reviewAssignments.id))
		.where(
			and(
				eq(reviewAssignments.id, id),
				isNotNull(reviewAssignments.releasedAt),
				isNull(reviewAssignments.withdrawnAt)
			)
		);
	return row && { ...row.review_assignments, review: row.application_reviews };
}

export async function insertAssignments(
	tx: Tx,
	rows: (typeof reviewAssignments.$inferInsert)[]
): Promise<void> {
	if (rows.length) await tx.insert(reviewAssignments).values(rows);
}

/** Forgets what was only previewed. */
export async function dropPreview(tx: Tx, expertiseIds: string[]): Promise<void> {
	await tx
		.delete(reviewAssignments)
		.where(and(inArray(reviewAssignments.expertiseId, expertiseIds), isNull(reviewAssignments.releasedAt)));
}

/** Releases what is previewed; answers with what was released now. */
export function releasePreview(tx: Tx, expertiseIds: string[], at: Date) {
	return tx
		.update(reviewAssignments)
		.set({ releasedAt: at })
		.where(
			and(
				inArray(reviewAssignments.expertiseId, expertiseIds),
				isNull(reviewAssignments.releasedAt),
				isNull(reviewAssignments.withdrawnAt)
			)
		)
		.returning({ expertiseId: reviewAssignments.expertiseId, personId: reviewAssignments.personId });
}

export async function withdrawAssignment(tx: Tx, id: string, at: Date): Promise<void> {
	await tx.update(reviewAssignments).set({ withdrawnAt: at }).where(eq(reviewAssignments.id, id));
}

export function declarationsOn(db: Queryable, applicationIds: string[]): Promise<DeclarationRow[]> {
	return db
		.select()
		.from(conflictDeclarations)
		.where(inArray(conflictDeclarations.applicationId, applicationIds));
}

type Said = Declaration & { applicationId: string; personId: string; declaredAt: Date };

/** A conflict replaces what was said before, and nothing replaces a conflict. */
export async function putDeclaration(tx: Tx, said: Said): Promise<void> {
	const { conflict, reason, declaredAt } = said;
	await tx
		.insert(conflictDeclarations)
		.values(said)
		.onConflictDoUpdate({
			target: [conflictDeclarations.applicationId, conflictDeclarations.personId],
			set: { conflict, reason, declaredAt },
			setWhere: sql`not ${conflictDeclarations.conflict} and ${conflict}`
		});
}

type Draft = { assignmentId: string; answer: Answer; onTopOf: number; at: Date };

/** Stores a draft on top of the named revision (0: nothing is stored yet); undefined when that is not what is stored. */
export async function putReview(db: Queryable, draft: Draft): Promise<ReviewRow | undefined> {
	const { assignmentId, answer, onTopOf, at } = draft;
	if (onTopOf === 0) {
		const [row] = await db
			.insert(applicationReviews)
			.values({ assignmentId, answer, revision: 1, savedAt: at })
			.onConflictDoNothing()
			.returning();
		return row;
	}
	const [row] = await db
		.update(applicationReviews)
		.set({ answer, savedAt: at, revision: onTopOf + 1 })
		.where(
			and(
				eq(applicationReviews.assignmentId, assignmentId),
				eq(applicationReviews.revision, onTopOf),
				isNull(applicationReviews.submittedAt)
			)
		)
		.returning();
	return row;
}

/** A review is submitted once. */
export async function markSubmitted(
	tx: Tx,
	assignmentId: string,
	submitted: { submittedAt: Date; score: number; recommendation: Recommendation }
): Promise<void> {
	await tx
		.update(applicationReviews)
		.set(submitted)
		.where(and(eq(applicationReviews.assignmentId, assignmentId), isNull(applicationReviews.submittedAt)));
}
