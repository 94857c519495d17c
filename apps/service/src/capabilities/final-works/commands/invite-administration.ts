import type { Ctx } from '../../../shell/context.ts';
import { fail } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { enterEnrolment } from '../../cohorts/index.ts';
import * as administration from '../administration-store.ts';
import * as store from '../store.ts';

const LIFETIME_DAYS = 30;
const DAY = 86_400_000;

/** Makes the one-time link for the school's administration (R113); a link that was made before stops working. */
export async function inviteAdministration(
	ctx: Ctx,
	enrolmentId: string
): Promise<{ path: string; expiresAt: Date }> {
	const token = administration.newToken();
	const expiresAt = new Date(ctx.now().getTime() + LIFETIME_DAYS * DAY);

	await ctx.db.transaction(async (tx) => {
		const { id, cohortId } = await enterEnrolment(tx, ctx.actor, enrolmentId, 'intern');
		const work = (await store.findWorkOf(tx, id)) ?? fail('refused', 'final_work.not_published');
		await administration.invite(tx, work.id, token, { invitedAt: ctx.now(), expiresAt });
		await record(tx, ctx, 'final_work.administration_invited', { id: work.id, cohortId });
	});
	return { path: `/a/${token}`, expiresAt };
}
