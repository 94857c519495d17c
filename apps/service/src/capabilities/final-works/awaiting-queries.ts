import type { Database, Tx } from '@stazhirovka/db';
import { cohorts, cohortTutors, finalWorks, finalWorkVersions } from '@stazhirovka/db/schema';
import { and, eq, inArray } from 'drizzle-orm';

/** Works that may need a decision, in the cohorts that this person runs as a tutor. */
export function undecidedWorks(db: Database | Tx, tutorId: string) {
	return db
		.select({
			work: finalWorks,
			programmeVersionId: cohorts.programmeVersionId,
			sentAt: finalWorkVersions.publishedAt
		})
		.from(finalWorks)
		.innerJoin(cohorts, eq(cohorts.id, finalWorks.cohortId))
		.innerJoin(cohortTutors, eq(cohortTutors.cohortId, cohorts.id))
		.innerJoin(
			finalWorkVersions,
			and(eq(finalWorkVersions.finalWorkId, finalWorks.id), eq(finalWorkVersions.number, finalWorks.version))
		)
		.where(and(eq(cohortTutors.personId, tutorId), inArray(finalWorks.state, ['in_review', 'revised'])));
}
