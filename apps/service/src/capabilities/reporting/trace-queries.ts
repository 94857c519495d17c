import type { Database } from '@stazhirovka/db';
import {
	effectivenessCards,
	enrolments,
	learningRouteItems,
	learningRoutes,
	submissions
} from '@stazhirovka/db/schema';
import type { Effectiveness } from '@stazhirovka/domain/tasks';
import { and, eq, isNotNull, sql } from 'drizzle-orm';

/** Tasks of the agreed routes of a cohort, each with whether the tutor has accepted what came of it. */
export function routeTasksIn(db: Database, cohortId: string) {
	return db
		.select({
			enrolmentId: enrolments.id,
			task: learningRouteItems.taskKey,
			accepted: sql<boolean>`coalesce(${submissions.state} = 'accepted', false)`
		})
		.from(enrolments)
		.innerJoin(learningRoutes, eq(learningRoutes.enrolmentId, enrolments.id))
		.innerJoin(learningRouteItems, eq(learningRouteItems.learningRouteId, learningRoutes.id))
		.leftJoin(
			submissions,
			and(eq(submissions.enrolmentId, enrolments.id), eq(submissions.taskKey, learningRouteItems.taskKey))
		)
		.where(and(eq(enrolments.cohortId, cohortId), isNotNull(learningRoutes.agreedAt)));
}

/** What the posted effectiveness cards of a cohort come to. */
export async function verdictsIn(db: Database, cohortId: string) {
	const rows = await db
		.select({ enrolmentId: enrolments.id, figures: effectivenessCards.figures })
		.from(effectivenessCards)
		.innerJoin(enrolments, eq(enrolments.id, effectivenessCards.enrolmentId))
		.where(eq(enrolments.cohortId, cohortId));
	return new Map<string, Effectiveness['verdict']>(
		rows.map(({ enrolmentId, figures }) => [enrolmentId, figures.verdict])
	);
}
