import { forRoute } from '@stazhirovka/domain/diagnostics';
import { checkChange, mayAsk, type RouteItem } from '@stazhirovka/domain/learning-routes';
import { isDeepStrictEqual } from 'node:util';
import type { Ctx } from '../../../shell/context.ts';
import { allow, faulty, settle } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { allowUntilCompleted, enterEnrolment } from '../../cohorts/index.ts';
import { effectiveCard } from '../../diagnostics/index.ts';
import { loadProgramme } from '../../programmes/index.ts';
import { submissionsOf } from '../../tasks/index.ts';
import * as store from '../store.ts';
import { keepVersion, versionsOf } from '../versions-store.ts';

export type Wish = { id: string; revision: number; items: RouteItem[]; reason: string };

/** The intern asks for a change of an agreed route (R94): a version that waits for the tutor beside the one that holds. */
export async function askForChange(ctx: Ctx, { id, revision, items, reason }: Wish): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const enrolment = await enterEnrolment(tx, ctx.actor, id, 'intern', 'tutor');
		allow(enrolment.as.includes('intern'));
		allowUntilCompleted(enrolment);
		const route = await store.lockRouteAt(tx, id, revision);
		const asked = (await versionsOf(tx, route.id)).some(({ standing }) => standing === 'asked');
		const same = isDeepStrictEqual(items, store.bareItems(route));
		settle(mayAsk({ state: route.state, asked }, { reason, same }));

		const { rules } = await loadProgramme(tx, enrolment.programmeVersionId);
		const { rows } = await effectiveCard(tx, id);
		const sent = (await submissionsOf(tx, id)).map(({ task }) => task);
		const checked = checkChange(rules.route, forRoute(rows), items, enrolment, sent);
		if (!checked.ok) faulty(checked.refusal.code, checked.refusal.details);

		const wish = { items, origin: 'intern' as const, reason, authorId: ctx.actor.personId, at: ctx.now() };
		const number = await keepVersion(tx, route, { ...wish, standing: 'asked' });
		const subject = { id: route.id, cohortId: enrolment.cohortId };
		await record(tx, ctx, 'learning_route.change_asked', subject, { number, reason });
	});
}
