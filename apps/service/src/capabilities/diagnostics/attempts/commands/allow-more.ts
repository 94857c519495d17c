import { isReason, LEAST_REASON } from '@stazhirovka/domain/journal';
import type { Ctx } from '../../../../shell/context.ts';
import { allow, fail, faulty } from '../../../../shell/errors.ts';
import { record } from '../../../../shell/journal.ts';
import { allowUntilCompleted, enterEnrolment } from '../../../cohorts/index.ts';
import { situationOf } from '../situation.ts';
import * as store from '../store.ts';
import { closeOverdue } from './close-overdue.ts';

export type Allowed = { id: string; minutes: number; attempts: number; reason: string };

/**
 * More time or attempts for one intern. An attempt under way never loses time. The reason may be about health: it stays
 * with the intern and the tutor and does not go into the journal.
 */
export async function allowMore(ctx: Ctx, { id, minutes, attempts, reason }: Allowed): Promise<void> {
	const { id: own } = await enterEnrolment(ctx.db, ctx.actor, id, 'intern', 'tutor');
	await closeOverdue(ctx, own);
	await ctx.db.transaction(async (tx) => {
		const enrolment = await enterEnrolment(tx, ctx.actor, id, 'intern', 'tutor');
		allow(enrolment.as.includes('tutor'));
		allowUntilCompleted(enrolment);
		if (!isReason(reason)) faulty('diagnosis.reason_missing', { least: LEAST_REASON });
		await store.queueForAttempts(tx, enrolment.id);

		for (const stage of ['entry', 'exit'] as const) {
			const { open, extra } = await situationOf(tx, enrolment, stage);
			if (open?.endsAt && minutes < extra.minutes) fail('refused', 'diagnosis.less_under_way');
		}
		const by = { givenBy: ctx.actor.personId, givenAt: ctx.now() };
		await store.putAllowance(tx, enrolment.id, { minutes, attempts, reason: reason.trim(), ...by });
		const subject = { id: enrolment.id, cohortId: enrolment.cohortId };
		await record(tx, ctx, 'diagnosis.allowed', subject, { minutes, attempts });
	});
}
