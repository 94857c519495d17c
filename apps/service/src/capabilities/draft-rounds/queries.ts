import type { Database, Tx } from '@stazhirovka/db';
import {
	cohorts,
	enrolments,
	files,
	finalWorks,
	nameColumns,
	organisations,
	people,
	shownDrafts
} from '@stazhirovka/db/schema';
import { and, asc, eq, inArray, ne, sql } from 'drizzle-orm';
import { isOfOthers, type Reader } from '../cohorts/index.ts';

type Queryable = Database | Tx;
export type DraftOfCohort = Awaited<ReturnType<typeof draftsOfCohort>>[number];

/** Drafts of those who still study, with their authors, the first shown first. */
export function draftsOfCohort(db: Queryable, cohortId: string) {
	return db
		.select({
			draft: shownDrafts,
			/** Where the author came from; the present organisation where that was not written down. */
			organisation: sql<
				string | null
			>`coalesce(${enrolments.organisationTitle}, ${organisations.shortTitle})`,
			published: sql<boolean>`exists (select 1 from ${finalWorks} work where work.enrolment_id = ${enrolments.id})`,
			email: people.email,
			person: nameColumns
		})
		.from(shownDrafts)
		.innerJoin(enrolments, eq(enrolments.id, shownDrafts.enrolmentId))
		.innerJoin(people, eq(people.id, enrolments.personId))
		.leftJoin(organisations, eq(organisations.id, people.organisationId))
		.where(and(eq(shownDrafts.cohortId, cohortId), inArray(enrolments.state, ['confirmed', 'completed'])))
		.orderBy(asc(shownDrafts.id));
}

export async function isPublished(db: Queryable, enrolmentId: string): Promise<boolean> {
	const [row] = await db
		.select({ id: finalWorks.id })
		.from(finalWorks)
		.where(eq(finalWorks.enrolmentId, enrolmentId));
	return row !== undefined;
}

/** The author of a draft, to be written to. */
export async function authorOf(db: Queryable, enrolmentId: string) {
	const [row] = await db
		.select({ email: people.email, person: nameColumns })
		.from(enrolments)
		.innerJoin(people, eq(people.id, enrolments.personId))
		.where(eq(enrolments.id, enrolmentId));
	return row;
}

/** Of these files, those of shown drafts of others that the person reads neither as a tutor nor as a leader. */
export function filesOfDrafts(db: Database, reader: Reader, fileIds: string[]) {
	const file = sql`jsonb_build_object('file', ${files.id}::text)`;
	return db
		.select({
			fileId: files.id,
			answer: shownDrafts.answer,
			programmeVersionId: cohorts.programmeVersionId
		})
		.from(files)
		.innerJoin(shownDrafts, eq(shownDrafts.enrolmentId, files.enrolmentId))
		.innerJoin(cohorts, eq(cohorts.id, shownDrafts.cohortId))
		.innerJoin(enrolments, eq(enrolments.id, shownDrafts.enrolmentId))
		.where(
			and(
				inArray(files.id, fileIds),
				ne(files.ownerId, reader.personId),
				isOfOthers(db, reader),
				sql`jsonb_path_exists(${shownDrafts.answer}, '$.** ? (@ == $file)', ${file})`
			)
		);
}
