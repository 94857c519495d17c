import type { SiteNewsFields } from '@stazhirovka/contract/passports';
import type { Ctx } from '../../../shell/context.ts';
import { conflict } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { isRepeat } from '../../../shell/repeat.ts';
import { enterToWork } from '../../staff/index.ts';
import * as store from '../store.ts';

type Writing = SiteNewsFields & { id: string; item: string; revision: number | null };

/** Writes news of a site or changes them; new ones are a draft. The same form sent twice is stored once. */
export async function writeNews(ctx: Ctx, { id: siteId, item, revision, ...fields }: Writing): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		await enterToWork(tx, ctx, siteId, ['leader']);
		const place = { id: item, siteId };
		if (revision === null) {
			const by = { writtenBy: ctx.actor.personId, createdAt: ctx.now() };
			if (!(await store.insertNews(tx, { ...place, ...fields, ...by }))) {
				const standing = await store.newsAt(tx, place);
				return standing && isRepeat(standing, fields) ? undefined : conflict('passport');
			}
		} else if (!(await store.changeNews(tx, { ...place, revision }, fields))) conflict('passport');
		await record(tx, ctx, 'site_news.written', { id: item }, { siteId, title: fields.title });
	});
}
