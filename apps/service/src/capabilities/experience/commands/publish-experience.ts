import type { Ctx } from '../../../shell/context.ts';
import { conflict, missing } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { enterToWork } from '../../staff/index.ts';
import { allowShowing } from '../showing.ts';
import * as store from '../store.ts';

type Publishing = { id: string; item: string; revision: number; published: boolean };

/** Shows a summary of experience to everybody from today on, or no longer (R141). */
export async function publishExperience(
	ctx: Ctx,
	{ id: siteId, item, revision, published }: Publishing
): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const { today } = await enterToWork(tx, ctx, siteId, ['leader']);
		const place = { id: item, siteId };
		const standing = (await store.lockSummary(tx, place)) ?? missing('site_item');
		if ((standing.publishedOn !== null) === published) return;
		if (published) await allowShowing(tx, siteId, standing);
		const change = { publishedOn: published ? today : null };
		if (!(await store.changeSummary(tx, { ...place, revision }, change))) conflict('experience');
		await record(tx, ctx, published ? 'experience.published' : 'experience.hidden', { id: item }, { siteId });
	});
}
