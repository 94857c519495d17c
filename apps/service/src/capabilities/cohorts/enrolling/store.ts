import type { Database, Tx } from '@stazhirovka/db';
import { cohortAdmissions, cohorts, enrolmentAdmissions, enrolments } from '@stazhirovka/db/schema';
import type { EnrolmentState, InLine } from '@stazhirovka/domain/cohorts';
import { and, eq, inArray, lt, sql, type SQL } from 'drizzle-orm';

type Queryable = Database | Tx;
export type AdmissionSettings = Pick<typeof cohortAdmissions.$inferSelect, 'asksHead' | 'priorityGroups'>;
export type AdmissionRow = typeof enrolmentAdmissions.$inferSelect;

export async function settingsOf(db: Queryable, cohortId: string): Promise<AdmissionSettings> {
	const [row] = await db
		.select({ asksHead: cohortAdmissions.asksHead, priorityGroups: cohortAdmissions.priorityGroups })
		.from(cohortAdmissions)
		.where(eq(cohortAdmissions.cohortId, cohortId));
	return row ?? { asksHead: false, priorityGroups: [] };
}

export async function putSettings(tx: Tx, cohortId: string, settings: AdmissionSettings): Promise<void> {
	await tx
		.insert(cohortAdmissions)
		.values({ cohortId, ...settings })
		.onConflictDoUpdate({ target: cohortAdmissions.cohortId, set: settings });
}

/** Under the lock of the cohort; whoever has its card open is told that it has changed. */
export async function changeCohort(
	tx: Tx,
	id: string,
	change: { capacity: number; enrolmentOpen: boolean }
): Promise<void> {
	await tx
		.update(cohorts)
		.set({ ...change, revision: sql`${cohorts.revision} + 1` })
		.where(eq(cohorts.id, id));
}

/** Adds to what is said of an enrolment, or changes it; what is not named stays. */
export async function note(
	tx: Tx,
	enrolmentId: string,
	change: Partial<Omit<AdmissionRow, 'enrolmentId'>>
): Promise<void> {
	await noteAll(tx, [enrolmentId], change);
}

/** The same of many. */
export async function noteAll(
	tx: Tx,
	enrolmentIds: string[],
	change: Partial<Omit<AdmissionRow, 'enrolmentId'>>
): Promise<void> {
	if (enrolmentIds.length === 0) return;
	await tx
		.insert(enrolmentAdmissions)
		.values(enrolmentIds.map((enrolmentId) => ({ enrolmentId, ...change })))
		.onConflictDoUpdate({ target: enrolmentAdmissions.enrolmentId, set: change });
}

/** New applications say nothing of those before. */
export async function forgetAll(tx: Tx, enrolmentIds: string[]): Promise<void> {
	if (enrolmentIds.length === 0) return;
	await tx.delete(enrolmentAdmissions).where(inArray(enrolmentAdmissions.enrolmentId, enrolmentIds));
}

export async function findAdmission(db: Queryable, enrolmentId: string): Promise<AdmissionRow | undefined> {
	const [row] = await db
		.select()
		.from(enrolmentAdmissions)
		.where(eq(enrolmentAdmissions.enrolmentId, enrolmentId));
	return row;
}

const TAKEN: EnrolmentState[] = ['confirmed', 'completed'];

const given = inArray(enrolments.state, TAKEN);
const holding = (today: string) =>
	sql`${enrolments.state} = 'invited' and ${enrolmentAdmissions.heldUntil} >= ${today}::date`;

/** Has a seat, or one is held on this day. */
export const seated = (today: string) => sql`(${given} or ${holding(today)})`;

/** The seats of a cohort that somebody has or that are held on this day, as a number inside of a greater query. */
export function seatsGone(cohortId: SQL, today: string): SQL {
	return sql`(select count(*)::int from ${enrolments}
		left join ${enrolmentAdmissions} on ${enrolmentAdmissions.enrolmentId} = ${enrolments.id}
		where ${enrolments.cohortId} = ${cohortId} and ${seated(today)})`;
}

/**
 * How many wait in a cohort and are not passed by because their school has its seats, inside of a greater query. Titles
 * that come from the register are the same letter by letter.
 */
export function lineBefore(cohortId: SQL, today: string): SQL {
	return sql`(select count(*)::int from ${enrolments} w
		left join ${cohortAdmissions} l on l.cohort_id = w.cohort_id
		where w.cohort_id = ${cohortId} and w.state = 'waiting'
			and (l.seats_per_school is null or w.organisation_title is null or l.seats_per_school > (
				select count(*) from ${enrolments}
				left join ${enrolmentAdmissions} on ${enrolmentAdmissions.enrolmentId} = ${enrolments.id}
				where ${enrolments.cohortId} = w.cohort_id and ${seated(today)}
					and ${enrolments.organisationTitle} = w.organisation_title)))`;
}

/** Seats given, and seats held on this day for whoever is invited. True for as long as the cohort's lock is held. */
export async function countSeats(
	db: Queryable,
	cohortId: string,
	today: string
): Promise<{ taken: number; held: number }> {
	const [row] = await db
		.select({
			taken: sql<number>`count(*) filter (where ${given})`.mapWith(Number),
			held: sql<number>`count(*) filter (where ${holding(today)})`.mapWith(Number)
		})
		.from(enrolments)
		.leftJoin(enrolmentAdmissions, eq(enrolmentAdmissions.enrolmentId, enrolments.id))
		.where(eq(enrolments.cohortId, cohortId));
	return row ?? { taken: 0, held: 0 };
}

export type WaitingRow = InLine & { namedTutorId: string | null };

/** Whoever is admitted and has no seat, in no order: the rule lines them up. */
export async function waitingIn(db: Queryable, cohortId: string): Promise<WaitingRow[]> {
	const rows = await db
		.select({
			id: enrolments.id,
			appliedAt: enrolments.appliedAt,
			school: enrolments.organisationTitle,
			priorityAccepted: enrolmentAdmissions.priorityAccepted,
			namedTutorId: enrolmentAdmissions.namedTutorId
		})
		.from(enrolments)
		.leftJoin(enrolmentAdmissions, eq(enrolmentAdmissions.enrolmentId, enrolments.id))
		.where(and(eq(enrolments.cohortId, cohortId), eq(enrolments.state, 'waiting')));
	return rows.map(({ priorityAccepted, ...row }) => ({ ...row, priority: priorityAccepted === true }));
}

/** These enrolments of the cohort; another cohort's are not among the answers. */
export function findMany(tx: Tx, cohortId: string, ids: string[]) {
	return tx
		.select()
		.from(enrolments)
		.where(and(eq(enrolments.cohortId, cohortId), inArray(enrolments.id, ids)));
}

/** Cohorts where an invitation was not taken in time: the day is over wherever the cohort is. */
export async function cohortsWithOldInvitations(db: Database, day: string): Promise<string[]> {
	const rows = await db
		.selectDistinct({ id: enrolments.cohortId })
		.from(enrolments)
		.innerJoin(enrolmentAdmissions, eq(enrolmentAdmissions.enrolmentId, enrolments.id))
		.where(and(eq(enrolments.state, 'invited'), lt(enrolmentAdmissions.heldUntil, day)));
	return rows.map(({ id }) => id);
}

/** Invitations of one cohort that were not taken until their day. */
export function oldInvitations(tx: Tx, cohortId: string, today: string) {
	return tx
		.select({ id: enrolments.id, state: enrolments.state })
		.from(enrolments)
		.innerJoin(enrolmentAdmissions, eq(enrolmentAdmissions.enrolmentId, enrolments.id))
		.where(
			and(
				eq(enrolments.cohortId, cohortId),
				eq(enrolments.state, 'invited'),
				lt(enrolmentAdmissions.heldUntil, today)
			)
		);
}
