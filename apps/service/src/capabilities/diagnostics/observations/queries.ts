import type { Database, Tx } from '@stazhirovka/db';
import {
	cohorts,
	enrolments,
	formAnswers,
	formDefinitions,
	nameColumns,
	people,
	sites
} from '@stazhirovka/db/schema';
import { and, eq, inArray, isNotNull, like } from 'drizzle-orm';

type Queryable = Database | Tx;

/** Whom an observation is about, and where. */
export async function observedIntern(db: Queryable, enrolmentId: string) {
	const [row] = await db
		.select({
			id: enrolments.id,
			state: enrolments.state,
			cohortId: cohorts.id,
			programmeVersionId: cohorts.programmeVersionId,
			tutorId: enrolments.tutorId,
			site: sites.title,
			timeZone: sites.timeZone,
			email: people.email,
			person: nameColumns
		})
		.from(enrolments)
		.innerJoin(people, eq(people.id, enrolments.personId))
		.innerJoin(cohorts, eq(cohorts.id, enrolments.cohortId))
		.innerJoin(sites, eq(sites.id, cohorts.siteId))
		.where(eq(enrolments.id, enrolmentId));
	return row;
}

/** Whether the diagnosis was taken once more at the end. */
export async function hasRepeated(db: Queryable, enrolmentId: string): Promise<boolean> {
	const [row] = await db
		.select({ id: formAnswers.id })
		.from(formAnswers)
		.innerJoin(formDefinitions, eq(formDefinitions.id, formAnswers.definitionId))
		.where(
			and(
				eq(formAnswers.enrolmentId, enrolmentId),
				eq(formDefinitions.key, 'diagnostic'),
				like(formAnswers.occasion, 'exit%'),
				isNotNull(formAnswers.submittedAt)
			)
		)
		.limit(1);
	return row !== undefined;
}

export async function peopleNamed(db: Queryable, ids: string[]) {
	return ids.length
		? db
				.select({ ...nameColumns, email: people.email })
				.from(people)
				.where(inArray(people.id, ids))
		: [];
}
