import type { Database } from '@stazhirovka/db';
import { cohorts, enrolments, files, finalWorks, finalWorkVersions } from '@stazhirovka/db/schema';
import { and, desc, eq, inArray, ne, sql } from 'drizzle-orm';
import { isOfOthers, type Reader } from '../cohorts/index.ts';

/**
 * Of these files, those of published works of others that the person reads neither as a tutor nor as a leader, with
 * the newest version first.
 */
export function attachmentsOfOthers(db: Database, reader: Reader, fileIds: string[]) {
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
				ne(files.ownerId, reader.personId),
				isOfOthers(db, reader),
				sql`jsonb_path_exists(${finalWorkVersions.answer}, '$.** ? (@ == $file)', ${file})`
			)
		)
		.orderBy(desc(finalWorkVersions.number));
}
