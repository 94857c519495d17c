import type { LearningRoute } from '@stazhirovka/contract/learning-routes';
import { forRoute } from '@stazhirovka/domain/diagnostics';
import { progressOf } from '@stazhirovka/domain/tasks';
import type { Ctx } from '../../shell/context.ts';
import { missing } from '../../shell/errors.ts';
import { enterEnrolment } from '../cohorts/index.ts';
import { effectiveCard } from '../diagnostics/index.ts';
import { loadProgramme } from '../programmes/index.ts';
import { submissionsOf } from '../tasks/index.ts';
import { routePeople } from './queries.ts';
import { surroundingsOf } from './scheduling.ts';
import { findRoute } from './store.ts';
import { versionsOf } from './versions-store.ts';
import { toRoute } from './view.ts';

/** The learning route as the intern or the intern's own tutor sees it: it names deficits (R167). */
export async function readRoute(ctx: Ctx, enrolmentId: string): Promise<LearningRoute> {
	const enrolment = await enterEnrolment(ctx.db, ctx.actor, enrolmentId, 'intern', 'tutor');
	const [programme, route, people, sent] = await Promise.all([
		loadProgramme(ctx.db, enrolment.programmeVersionId),
		findRoute(ctx.db, enrolment.id),
		routePeople(ctx.db, enrolment.id),
		submissionsOf(ctx.db, enrolment.id)
	]);
	if (!route || !people) return missing('learning_route');

	const [{ rows }, versions, surroundings] = await Promise.all([
		effectiveCard(ctx.db, enrolment.id),
		versionsOf(ctx.db, route.id),
		surroundingsOf(ctx.db, ctx, enrolment)
	]);
	const progress = progressOf({ agreed: route.state === 'agreed', items: route.items }, sent, {
		now: ctx.now(),
		timeZone: enrolment.timeZone
	});
	const card = { rows: forRoute(rows), versions, surroundings };
	return toRoute({ route, people, enrolment, progress, programme, ...card });
}
