import type { ExperienceFields } from '@stazhirovka/contract/experience';
import { writingFaults } from '@stazhirovka/domain/experience';
import type { Ctx } from '../../../shell/context.ts';
import { conflict, faulty, missing } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { isRepeat } from '../../../shell/repeat.ts';
import { enterToWork } from '../../staff/index.ts';
import { deficitsOf } from '../queries.ts';
import { allowShowing } from '../showing.ts';
import * as store from '../store.ts';

type Writing = ExperienceFields & { id: string; item: string; revision: number | null };

/** Writes a summary of experience or changes it (R141); a new one is a draft, a shown one stays fit to be shown. */
export async function writeExperience(
	ctx: Ctx,
	{ id: siteId, item, revision, ...fields }: Writing
): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		await enterToWork(tx, ctx, siteId, ['leader']);
		const place = { id: item, siteId };
		const standing = await store.lockSummary(tx, place);
		const known = [...(await deficitsOf(tx, siteId)), ...(standing?.deficits ?? [])];
		const faults = writingFaults(fields, known);
		if (faults.length) faulty('experience.faulty', { faults });
		if (revision === null) {
			if (standing) return isRepeat(standing, fields) ? undefined : conflict('experience');
			const by = { writtenBy: ctx.actor.personId, createdAt: ctx.now() };
			if (!(await store.insertSummary(tx, { ...place, ...fields, ...by }))) conflict('experience');
		} else {
			if (!standing) missing('site_item');
			if (standing?.publishedOn) await allowShowing(tx, siteId, fields);
			if (!(await store.changeSummary(tx, { ...place, revision }, fields))) conflict('experience');
		}
		await record(tx, ctx, 'experience.written', { id: item }, { siteId, title: fields.title });
	});
}
