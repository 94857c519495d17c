import type { Tx } from '@stazhirovka/db';
import { forRoute, type EffectiveRow } from '@stazhirovka/domain/diagnostics';
import { plan } from '@stazhirovka/domain/learning-routes';
import type { Ctx } from '../../../shell/context.ts';
import { record } from '../../../shell/journal.ts';
import type { EnrolmentFacts } from '../../cohorts/index.ts';
import { loadProgramme } from '../../programmes/index.ts';
import { scheduleFor } from '../scheduling.ts';
import { insertRoute } from '../store.ts';
import { insertVersion } from '../versions-store.ts';

/**
 * Plans the route from the levels that hold after the tutor's decisions (R94, R99, R100), in the transaction that
 * freezes the card. The first dates begin after module 1 and never in the past.
 */
export async function planLearningRoute(
	tx: Tx,
	ctx: Ctx,
	enrolment: EnrolmentFacts,
	rows: EffectiveRow[]
): Promise<void> {
	const { rules } = await loadProgramme(tx, enrolment.programmeVersionId);
	const { tasks, notCoveredAsPrimary, needsTutorConsent } = plan(rules.route, forRoute(rows));
	const { items } = await scheduleFor(tx, ctx, enrolment, tasks);

	const id = await insertRoute(tx, {
		enrolmentId: enrolment.id,
		proposal: { tasks, notCoveredAsPrimary, needsTutorConsent },
		items,
		createdAt: ctx.now()
	});
	await insertVersion(tx, id, 1, { items, origin: 'rules', authorId: null, at: ctx.now() });
	await record(tx, ctx, 'learning_route.planned', { id, cohortId: enrolment.cohortId });
}
