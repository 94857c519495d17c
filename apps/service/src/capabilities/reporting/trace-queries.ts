import type { Database } from '@stazhirovka/db';
import {
	effectivenessCards,
	enrolments,
	learningRouteItems,
	learningRoutes,
	submissions
} from '@stazhirovka/db/schema';
import type { Effectiveness } from '@stazhirovka/domain/tasks';
import { and, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import { carriedFrom } from '../cohorts/index.ts';

/** Tasks of the agreed routes of those whose cards may be of a cohort, each with whether the tutor has accepted what came of it. */
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
		.where(and(inArray(enrolments.id, carriedFrom([cohortId])), isNotNull(learningRoutes.agreedAt)));
}

/** What the posted effectiveness cards of the same people come to. */
export async function verdictsIn(db: Database, cohortId: string) {
	const rows = await db
		.select({ enrolmentId: effectivenessCards.enrolmentId, figures: effectivenessCards.figures })
		.from(effectivenessCards)
		.where(inArray(effectivenessCards.enrolmentId, carriedFrom([cohortId])));
	return new Map<string, Effectiveness['verdict']>(
		rows.map(({ enrolmentId, figures }) => [enrolmentId, figures.verdict])
	);
}
