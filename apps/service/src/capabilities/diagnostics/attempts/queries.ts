import type { Database, Tx } from '@stazhirovka/db';
import {
	cohorts,
	diagnosisAllowances,
	diagnosisAttempts,
	enrolments,
	formAnswers,
	formDefinitions,
	nameColumns,
	people
} from '@stazhirovka/db/schema';
import { and, asc, countDistinct, eq, isNotNull, isNull, like, or, sql } from 'drizzle-orm';

type Queryable = Database | Tx;

/** Whose attempt an overdue one is; a sheet needs to know to whom it belongs. */
export type Overdue = Awaited<ReturnType<typeof overdueAttempts>>[number];

const MOST_AT_ONCE = 200;

/** Attempts that nobody has sent and whose time is over, of everybody or of one intern. */
export function overdueAttempts(db: Queryable, now: Date, enrolmentId?: string) {
	const end = sql`${diagnosisAttempts.startedAt} + make_interval(mins => ${diagnosisAttempts.minutes} + coalesce(${diagnosisAllowances.minutes}, 0))`;
	return db
		.select({
			enrolmentId: diagnosisAttempts.enrolmentId,
			occasion: diagnosisAttempts.occasion,
			personId: enrolments.personId,
			cohortId: enrolments.cohortId,
			programmeVersionId: cohorts.programmeVersionId
		})
		.from(diagnosisAttempts)
		.innerJoin(enrolments, eq(enrolments.id, diagnosisAttempts.enrolmentId))
		.innerJoin(cohorts, eq(cohorts.id, enrolments.cohortId))
		.leftJoin(diagnosisAllowances, eq(diagnosisAllowances.enrolmentId, diagnosisAttempts.enrolmentId))
		.where(
			and(
				isNull(diagnosisAttempts.closedBy),
				isNotNull(diagnosisAttempts.minutes),
				sql`${end} <= ${now.toISOString()}::timestamptz`,
				enrolmentId ? eq(diagnosisAttempts.enrolmentId, enrolmentId) : undefined
			)
		)
		.orderBy(asc(diagnosisAttempts.startedAt))
		.limit(MOST_AT_ONCE);
}

/** How many interns of a cohort have begun, with or without a clock. */
export async function countBegun(db: Queryable, cohortId: string): Promise<number> {
	const [row] = await db
		.select({ count: countDistinct(enrolments.id) })
		.from(enrolments)
		.leftJoin(diagnosisAttempts, eq(diagnosisAttempts.enrolmentId, enrolments.id))
		.leftJoin(formAnswers, eq(formAnswers.enrolmentId, enrolments.id))
		.leftJoin(formDefinitions, eq(formDefinitions.id, formAnswers.definitionId))
		.where(
			and(
				eq(enrolments.cohortId, cohortId),
				or(isNotNull(diagnosisAttempts.id), eq(formDefinitions.key, 'diagnostic'))
			)
		);
	return row?.count ?? 0;
}

/** Whether somebody of the cohort has begun more than one attempt at the start. */
export async function hasSecondAttempts(db: Queryable, cohortId: string): Promise<boolean> {
	const [row] = await db
		.select({ id: diagnosisAttempts.id })
		.from(diagnosisAttempts)
		.innerJoin(enrolments, eq(enrolments.id, diagnosisAttempts.enrolmentId))
		.where(and(eq(enrolments.cohortId, cohortId), like(diagnosisAttempts.occasion, 'attempt-%')))
		.limit(1);
	return row !== undefined;
}

export async function personNamed(db: Queryable, id: string) {
	const [row] = await db.select(nameColumns).from(people).where(eq(people.id, id));
	return row;
}
