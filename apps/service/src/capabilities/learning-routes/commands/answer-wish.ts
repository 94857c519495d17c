import { forRoute } from '@stazhirovka/domain/diagnostics';
import { checkChange, mayAnswer } from '@stazhirovka/domain/learning-routes';
import type { Ctx } from '../../../shell/context.ts';
import { allow, faulty, missing, settle } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { allowUntilCompleted, enterEnrolment, recountWay } from '../../cohorts/index.ts';
import { effectiveCard } from '../../diagnostics/index.ts';
import { loadProgramme } from '../../programmes/index.ts';
import { submissionsOf } from '../../tasks/index.ts';
import * as store from '../store.ts';
import { decideVersion, versionsOf } from '../versions-store.ts';

export type Answer = { id: string; number: number; answer: 'accept' | 'decline'; remark: string };

/** The tutor agrees to the change that the intern asks for, and it holds at once; or declines it with a remark (R94). */
export async function answerWish(ctx: Ctx, { id, number, answer, remark }: Answer): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const enrolment = await enterEnrolment(tx, ctx.actor, id, 'intern', 'tutor');
		allow(enrolment.as.includes('tutor'));
		allowUntilCompleted(enrolment);
		const route = (await store.lockRoute(tx, id)) ?? missing('learning_route');
		const versions = await versionsOf(tx, route.id);
		const wish = versions.find((version) => version.number === number);
		const outdated = versions.some((later) => later.standing === 'held' && later.number > number);
		settle(mayAnswer({ asked: wish?.standing === 'asked', outdated }, answer, remark));
		const { items, reason } = wish ?? missing('learning_route');

		const by = { decidedBy: ctx.actor.personId, decidedAt: ctx.now(), remark: remark.trim() || null };
		const place = { routeId: route.id, number };
		const subject = { id: route.id, cohortId: enrolment.cohortId };
		if (answer === 'decline') {
			await decideVersion(tx, place, { ...by, standing: 'declined' });
			await record(tx, ctx, 'learning_route.change_declined', subject, { number, remark });
			return;
		}

		// Judged anew: a task may have been sent since it was asked for.
		const { rules } = await loadProgramme(tx, enrolment.programmeVersionId);
		const { rows } = await effectiveCard(tx, id);
		const sent = (await submissionsOf(tx, id)).map(({ task }) => task);
		const checked = checkChange(rules.route, forRoute(rows), items, enrolment, sent);
		if (!checked.ok) faulty(checked.refusal.code, checked.refusal.details);

		await decideVersion(tx, place, { ...by, standing: 'held' });
		await store.replaceItems(tx, route.id, items);
		await store.changeRoute(tx, route, { revision: route.revision + 1, changeReason: reason });
		await recountWay(tx, id);
		await record(tx, ctx, 'learning_route.revised', subject, { by: 'intern', number, reason });
	});
}
