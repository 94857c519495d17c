import { isReason, LEAST_REASON } from '@stazhirovka/domain/journal';
import { mayDecline } from '@stazhirovka/domain/sites';
import type { Ctx } from '../../../../shell/context.ts';
import { fail, faulty } from '../../../../shell/errors.ts';
import { settleLetters } from '../../../councils/index.ts';
import { enterForMove } from '../access.ts';
import { declined, tellAuthor } from '../letters.ts';
import { moveTo } from '../moves.ts';

type Decline = { id: string; revision: number; reason: string };

/**
 * Declines an application that no council judges any more, with a reason. Its author is told at once, after everything
 * that waited to be told of it. A direct registration is cancelled by who made it.
 */
export async function declineApplication(ctx: Ctx, { reason, ...asked }: Decline): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const application = await enterForMove(tx, ctx, asked, 'keeper');
		const { id, state, direct, rules } = application;
		if (direct || !mayDecline(rules.profile, application))
			fail('refused', 'application.decline_not_now', { state });
		if (!isReason(reason)) faulty('application.reason_missing', { field: 'reason', limit: LEAST_REASON });

		await moveTo(tx, ctx, application, 'decline', { reason, decidedAt: ctx.now() });
		await settleLetters(tx, ctx, id, 'release');
		await tellAuthor(tx, ctx, application, declined(application.title, reason));
	});
}
