import type { Ctx } from '../../../shell/context.ts';
import { fail } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { enterCouncil } from '../access.ts';
import { tellReviewers } from '../letters.ts';
import { reassign } from '../reassigning.ts';
import { assignmentsOf, releasePreview } from '../reviews-store.ts';
import { expertisesOf, lockCouncil } from '../store.ts';

/** Gives the previewed applications that have all their reviewers to them. What lacks somebody stays a preview. */
export async function releaseAssignment(ctx: Ctx, { id }: { id: string }): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const council = await enterCouncil(tx, ctx, id);
		await lockCouncil(tx, id);
		await reassign(tx, ctx, council);
		const open = (await expertisesOf(tx, [id])).filter(({ finishedAt }) => finishedAt === null);
		const held = await assignmentsOf(
			tx,
			open.map((one) => one.id)
		);
		const whole = open.filter((one) => {
			const count = held.filter(({ expertiseId }) => expertiseId === one.id).length;
			return count >= one.perApplication;
		});
		const released = await releasePreview(
			tx,
			whole.map((one) => one.id),
			ctx.now()
		);
		if (released.length === 0) fail('refused', 'assignment.nothing_to_release');

		await tellReviewers(tx, ctx, council, released);
		await record(tx, ctx, 'expertise.released', { id }, { pairs: released });
	});
}
