import type { Database, Tx } from '@stazhirovka/db';
import {
	cohorts,
	enrolments,
	learningRouteItems,
	learningRoutes,
	nameColumns,
	people,
	submissions,
	taskExtendedTo
} from '@stazhirovka/db/schema';
import { and, eq, inArray, sql } from 'drizzle-orm';

type Queryable = Database | Tx;
export type SubmissionPage = NonNullable<Awaited<ReturnType<typeof submissionPage>>>;

/** A submission with whose it is, where, and by when it was due (null when the task has left the route). */
export async function submissionPage(db: Queryable, id: string) {
	const [row] = await db
		.select({
			id: submissions.id,
			enrolmentId: submissions.enrolmentId,
			taskKey: submissions.taskKey,
			state: submissions.state,
			sentAt: submissions.sentAt,
			intern: nameColumns,
			cohort: cohorts.title,
			dueOn: learningRouteItems.dueOn,
			extendedTo: taskExtendedTo(submissions.enrolmentId, submissions.taskKey)
		})
		.from(submissions)
		.innerJoin(enrolments, eq(enrolments.id, submissions.enrolmentId))
		.innerJoin(people, eq(people.id, enrolments.personId))
		.innerJoin(cohorts, eq(cohorts.id, enrolments.cohortId))
		.leftJoin(learningRoutes, eq(learningRoutes.enrolmentId, enrolments.id))
		.leftJoin(learningRouteItems, ofTask)
		.where(eq(submissions.id, id));
	return row;
}

export const ofTask = and(
	eq(learningRouteItems.learningRouteId, learningRoutes.id),
	eq(learningRouteItems.taskKey, submissions.taskKey)
);

export const studying = inArray(enrolments.state, ['confirmed', 'completed']);

/** Whose things a tutor has to look at: those of the tutor's own interns, while they study. */
export function mine(tutorId: string) {
	return and(eq(enrolments.tutorId, tutorId), studying);
}

/** What the tutor would check after this submission and before it, in the order of the queue. */
export async function neighbours(
	db: Queryable,
	tutorId: string,
	{ id, sentAt }: { id: string; sentAt: Date }
) {
	const here = sql`(${sentAt.toISOString()}::timestamptz, ${id}::uuid)`;
	const beside = (sign: '<' | '>', order: 'asc' | 'desc') =>
		db
			.select({ id: submissions.id })
			.from(submissions)
			.innerJoin(enrolments, eq(enrolments.id, submissions.enrolmentId))
			.where(
				and(
					mine(tutorId),
					eq(submissions.state, 'sent'),
					sql`(${submissions.sentAt}, ${submissions.id}) ${sql.raw(sign)} ${here}`
				)
			)
			.orderBy(sql`${submissions.sentAt} ${sql.raw(order)}, ${submissions.id} ${sql.raw(order)}`)
			.limit(1);

	const [[next], [previous]] = await Promise.all([beside('>', 'asc'), beside('<', 'desc')]);
	return { next: next?.id ?? null, previous: previous?.id ?? null };
}

/** Whom a decision is written to. */
export async function findAddressee(db: Queryable, enrolmentId: string) {
	const [row] = await db
		.select({ email: people.email, givenName: people.givenName })
		.from(enrolments)
		.innerJoin(people, eq(people.id, enrolments.personId))
		.where(eq(enrolments.id, enrolmentId));
	return row;
}
