import type { Ctx } from '../../../shell/context.ts';
import { fail } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { enterCouncil } from '../access.ts';
import { planMissing } from '../planning.ts';
import { newSeed, reassign } from '../reassigning.ts';
import { dropPreview, insertAssignments } from '../reviews-store.ts';
import { expertisesOf, lockCouncil } from '../store.ts';

/**
 * Makes a balanced assignment of everything that is not released. Only those who keep the region see it; the seed and
 * the result are kept, so that it can be made again and checked.
 */
export async function previewAssignment(
	ctx: Ctx,
	{ id, ...input }: { id: string; seed?: number | undefined }
): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const council = await enterCouncil(tx, ctx, id);
		await lockCouncil(tx, id);
		const open = (await expertisesOf(tx, [id])).filter(({ finishedAt }) => finishedAt === null);
		if (open.length === 0) fail('refused', 'assignment.nothing_open');

		const seed = input.seed ?? newSeed();
		await reassign(tx, ctx, council);
		await dropPreview(
			tx,
			open.map((one) => one.id)
		);
		const { pairs, short } = await planMissing(tx, ctx, { council, seed });
		await insertAssignments(tx, pairs);
		await record(tx, ctx, 'expertise.assigned', { id }, { seed, pairs, short });
	});
}
