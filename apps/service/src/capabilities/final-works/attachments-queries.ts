import type { Database } from '@stazhirovka/db';
import {
	cohorts,
	cohortTutors,
	enrolments,
	files,
	finalWorks,
	finalWorkVersions
} from '@stazhirovka/db/schema';
import { and, desc, eq, inArray, ne, notExists, notInArray, sql } from 'drizzle-orm';

export type Reader = { personId: string; siteIds: string[] };

/**
 * Of these files, those of published works of others that the person reads neither as a tutor nor as a leader, with
 * the newest version first.
 */
export function attachmentsOfOthers(db: Database, { personId, siteIds }: Reader, fileIds: string[]) {
	const teaches = db
		.select({ one: sql`1` })
		.from(cohortTutors)
		.where(and(eq(cohortTutors.cohortId, finalWorks.cohortId), eq(cohortTutors.personId, personId)));
	const file = sql`jsonb_build_object('file', ${files.id}::text)`;
	return db
		.select({
			fileId: files.id,
			answer: finalWorkVersions.answer,
			programmeVersionId: cohorts.programmeVersionId,
			announcedAt: cohorts.announcedAt
		})
		.from(files)
		.innerJoin(finalWorks, eq(finalWorks.enrolmentId, files.enrolmentId))
		.innerJoin(finalWorkVersions, eq(finalWorkVersions.finalWorkId, finalWorks.id))
		.innerJoin(cohorts, eq(cohorts.id, finalWorks.cohortId))
		.innerJoin(enrolments, eq(enrolments.id, finalWorks.enrolmentId))
		.where(
			and(
				inArray(files.id, fileIds),
				ne(files.ownerId, personId),
				ne(enrolments.personId, personId),
				sql`${enrolments.tutorId} is distinct from ${personId}`,
				notInArray(cohorts.siteId, siteIds),
				notExists(teaches),
				sql`jsonb_path_exists(${finalWorkVersions.answer}, '$.** ? (@ == $file)', ${file})`
			)
		)
		.orderBy(desc(finalWorkVersions.number));
}
