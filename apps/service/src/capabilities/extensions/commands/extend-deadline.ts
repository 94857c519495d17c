import { localDay } from '@stazhirovka/domain/calendar';
import { mayExtend } from '@stazhirovka/domain/deadlines';
import type { Ctx } from '../../../shell/context.ts';
import { allow, missing, settle } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { post } from '../../../shell/mail.ts';
import { allowUntilCompleted, enterEnrolment, lockCohort, readersOf } from '../../cohorts/index.ts';
import { extendReviews } from '../../final-works/index.ts';
import { extended } from '../letters.ts';
import { personDeadlines } from '../person.ts';
import { insertExtension } from '../store.ts';

export type ExtensionWish = { id: string; step: string; until: string; reason: string };

/** The tutor or the leader gives an intern more time for a step; the intern has a letter with the reason. */
export async function extendDeadline(ctx: Ctx, { id, step, until, reason }: ExtensionWish): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const enrolment = await enterEnrolment(tx, ctx.actor, id, 'intern', 'tutor', 'leader');
		allow(enrolment.as.includes('tutor') || enrolment.as.includes('leader'));
		allowUntilCompleted(enrolment);
		const { cohortId, timeZone, endsOn } = enrolment;
		// Two at once: the second is judged by what the first has given.
		await lockCohort(tx, cohortId);
		const all = await personDeadlines(tx, enrolment, ctx.now());
		const found = all.find((one) => one.step === step || one.key === step) ?? missing('step');
		settle(mayExtend({ ...found, endsOn }, { until, reason }, localDay(ctx.now(), timeZone)));

		const by = { givenBy: ctx.actor.personId, givenAt: ctx.now() };
		await insertExtension(tx, { enrolmentId: id, step: found.step, until, reason: reason.trim(), ...by });
		if (found.step === 'reviews') await extendReviews(tx, { cohortId, timeZone });
		const reader = (await readersOf(tx, cohortId)).find(({ enrolmentId }) => enrolmentId === id);
		const link = `${ctx.origin}/my/${id}/deadlines`;
		if (reader) await post(tx, extended(reader, { title: found.title, until, reason, link }), ctx.now());
		await record(tx, ctx, 'deadline.extended', { id, cohortId }, { step: found.key, until, reason });
	});
}
