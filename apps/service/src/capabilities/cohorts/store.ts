import type { Database, Tx } from '@stazhirovka/db';
import {
	cohorts,
	cohortSessions,
	cohortTutors,
	enrolments,
	people,
	runSheetMarks
} from '@stazhirovka/db/schema';
import type { EnrolmentState } from '@stazhirovka/domain/cohorts';
import { and, asc, count, eq, inArray } from 'drizzle-orm';
import { conflict, missing } from '../../shell/errors.ts';

export type CohortRow = typeof cohorts.$inferSelect;
export type EnrolmentRow = typeof enrolments.$inferSelect;
type EnrolmentChange = Partial<
	Omit<typeof enrolments.$inferInsert, 'id' | 'cohortId' | 'personId' | 'state'>
>;

const TAKING_SEATS: EnrolmentState[] = ['confirmed', 'completed'];

export async function insertCohort(tx: Tx, values: typeof cohorts.$inferInsert): Promise<CohortRow> {
	const [row] = await tx.insert(cohorts).values(values).returning();
	return row ?? conflict('cohort');
}

export async function insertTutors(tx: Tx, cohortId: string, personIds: string[]): Promise<void> {
	const rows = [...new Set(personIds)].map((personId) => ({ cohortId, personId }));
	if (rows.length) await tx.insert(cohortTutors).values(rows);
}

export async function insertSessions(
	tx: Tx,
	cohortId: string,
	sessions: Omit<typeof cohortSessions.$inferInsert, 'cohortId'>[]
): Promise<void> {
	if (sessions.length)
		await tx.insert(cohortSessions).values(sessions.map((session) => ({ ...session, cohortId })));
}

/** Whoever counts seats holds this lock, so that the count stays true until the seat is given. */
export async function lockCohort(tx: Tx, id: string): Promise<CohortRow> {
	const [row] = await tx.select().from(cohorts).where(eq(cohorts.id, id)).for('no key update');
	return row ?? missing('cohort');
}

/** The next revision of a cohort, if it still is what the person saw; held until the end of the transaction. */
export async function nextRevision(tx: Tx, id: string, revision: number): Promise<CohortRow> {
	const [row] = await tx
		.update(cohorts)
		.set({ revision: revision + 1 })
		.where(and(eq(cohorts.id, id), eq(cohorts.revision, revision)))
		.returning();
	return row ?? conflict('cohort');
}

export type CohortWords = Pick<CohortRow, 'title' | 'startsOn' | 'endsOn' | 'capacity'>;

export async function changeWords(tx: Tx, id: string, words: CohortWords): Promise<void> {
	await tx.update(cohorts).set(words).where(eq(cohorts.id, id));
}

export async function removeTutors(tx: Tx, cohortId: string, personIds: string[]): Promise<void> {
	await tx
		.delete(cohortTutors)
		.where(and(eq(cohortTutors.cohortId, cohortId), inArray(cohortTutors.personId, personIds)));
}

export type SessionValues = Omit<typeof cohortSessions.$inferInsert, 'cohortId' | 'id'>;

export async function changeSession(tx: Tx, id: string, values: SessionValues): Promise<void> {
	await tx.update(cohortSessions).set(values).where(eq(cohortSessions.id, id));
}

export async function removeSessions(tx: Tx, ids: string[]): Promise<void> {
	await tx.delete(cohortSessions).where(inArray(cohortSessions.id, ids));
}

export async function findCohort(db: Database | Tx, id: string): Promise<CohortRow | undefined> {
	const [row] = await db.select().from(cohorts).where(eq(cohorts.id, id));
	return row;
}

/** How many interns each tutor of the cohort has in it, in the order of their names. */
export function tutorLoads(tx: Tx, cohortId: string): Promise<{ id: string; interns: number }[]> {
	return tx
		.select({ id: cohortTutors.personId, interns: count(enrolments.id) })
		.from(cohortTutors)
		.innerJoin(people, eq(people.id, cohortTutors.personId))
		.leftJoin(
			enrolments,
			and(
				eq(enrolments.cohortId, cohortTutors.cohortId),
				eq(enrolments.tutorId, cohortTutors.personId),
				inArray(enrolments.state, TAKING_SEATS)
			)
		)
		.where(eq(cohortTutors.cohortId, cohortId))
		.groupBy(cohortTutors.personId, people.surname, people.givenName)
		.orderBy(asc(people.surname), asc(people.givenName), asc(cohortTutors.personId));
}

/** The person's enrolment in the cohort. */
export async function findEnrolment(
	tx: Tx,
	cohortId: string,
	personId: string
): Promise<EnrolmentRow | undefined> {
	const [row] = await tx
		.select()
		.from(enrolments)
		.where(and(eq(enrolments.cohortId, cohortId), eq(enrolments.personId, personId)));
	return row;
}

/** The enrolment, when it is this person's own: another's does not exist. */
export async function findOwnEnrolment(
	tx: Database | Tx,
	id: string,
	personId: string
): Promise<EnrolmentRow | undefined> {
	const [row] = await tx
		.select()
		.from(enrolments)
		.where(and(eq(enrolments.id, id), eq(enrolments.personId, personId)));
	return row;
}

/** Read again under the cohort's lock, so that a decision is made on what is true now. */
export async function lockEnrolment(tx: Tx, id: string): Promise<EnrolmentRow | undefined> {
	const [row] = await tx.select().from(enrolments).where(eq(enrolments.id, id)).for('no key update');
	return row;
}

export async function insertEnrolment(tx: Tx, values: typeof enrolments.$inferInsert): Promise<EnrolmentRow> {
	const [row] = await insertEnrolments(tx, [values]);
	return row ?? conflict('enrolment');
}

/** Many by one statement: all of them, or a conflict. */
export async function insertEnrolments(
	tx: Tx,
	values: (typeof enrolments.$inferInsert)[]
): Promise<EnrolmentRow[]> {
	if (values.length === 0) return [];
	const rows = await tx.insert(enrolments).values(values).onConflictDoNothing().returning();
	return rows.length === values.length ? rows : conflict('enrolment');
}

/** The enrolments of these people in the cohort. */
export function findEnrolments(tx: Tx, cohortId: string, personIds: string[]): Promise<EnrolmentRow[]> {
	return tx
		.select()
		.from(enrolments)
		.where(and(eq(enrolments.cohortId, cohortId), inArray(enrolments.personId, personIds)));
}

/** Moves an enrolment only from the state that the decision was made on. */
export async function moveEnrolment(
	tx: Tx,
	{ id, state }: Pick<EnrolmentRow, 'id' | 'state'>,
	to: EnrolmentState,
	change: EnrolmentChange
): Promise<EnrolmentRow> {
	const [row] = await tx
		.update(enrolments)
		.set({ ...change, state: to })
		.where(and(eq(enrolments.id, id), eq(enrolments.state, state)))
		.returning();
	return row ?? conflict('enrolment');
}

/** The same for many that are in one state: all of them move, or none. */
export async function moveAll(
	tx: Tx,
	ids: string[],
	{ from, to }: { from: EnrolmentState; to: EnrolmentState },
	change: EnrolmentChange
): Promise<EnrolmentRow[]> {
	const rows = await tx
		.update(enrolments)
		.set({ ...change, state: to })
		.where(and(inArray(enrolments.id, ids), eq(enrolments.state, from)))
		.returning();
	return rows.length === ids.length ? rows : conflict('enrolment');
}

/** What a tutor notes about an intern; the state stays. */
export async function noteOn(tx: Tx, enrolmentId: string, change: EnrolmentChange): Promise<void> {
	await tx.update(enrolments).set(change).where(eq(enrolments.id, enrolmentId));
}

/** Marks a row of the run sheet as held; false when it was marked already. */
export async function markHeld(tx: Tx, mark: typeof runSheetMarks.$inferInsert): Promise<boolean> {
	const rows = await tx
		.insert(runSheetMarks)
		.values(mark)
		.onConflictDoNothing()
		.returning({ activityKey: runSheetMarks.activityKey });
	return rows.length === 1;
}

/** Takes the mark back; false when there was none. */
export async function unmarkHeld(tx: Tx, cohortId: string, activityKey: string): Promise<boolean> {
	const rows = await tx
		.delete(runSheetMarks)
		.where(and(eq(runSheetMarks.cohortId, cohortId), eq(runSheetMarks.activityKey, activityKey)))
		.returning({ activityKey: runSheetMarks.activityKey });
	return rows.length === 1;
}
