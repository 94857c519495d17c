import type { Tx } from '@stazhirovka/db';
import { namedWithoutConsent } from '@stazhirovka/domain/staff';
import type { Ctx } from '../../../shell/context.ts';
import { conflict, fail, missing } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { enterToWork, nameablesOf } from '../../staff/index.ts';
import * as store from '../store.ts';

type Publishing = { id: string; item: string; revision: number; published: boolean };

const ITEMS = {
	news: {
		change: store.changeNews,
		shown: 'site_news.published',
		hidden: 'site_news.hidden'
	},
	product: {
		change: store.changeProduct,
		shown: 'site_product.published',
		hidden: 'site_product.hidden'
	}
} as const;

/** Shows news or a product to everybody from today on, or no longer. */
export async function publishItem(
	ctx: Ctx,
	what: store.ItemKind,
	{ id: siteId, item, revision, published }: Publishing
): Promise<void> {
	const { change, shown, hidden } = ITEMS[what];
	await ctx.db.transaction(async (tx) => {
		const { today } = await enterToWork(tx, ctx, siteId, ['leader']);
		const place = { id: item, siteId };
		const standing = (await store.findItem(tx, what, place)) ?? missing('site_item');
		if ((standing.publishedOn !== null) === published) return;
		if (published) await allowNames(tx, siteId, standing.text);
		if (!(await change(tx, { ...place, revision }, { publishedOn: published ? today : null })))
			conflict('passport');
		await record(tx, ctx, published ? shown : hidden, { id: item }, { siteId });
	});
}

/** Nobody of the staff is named in public without a consent: not in the news and not as an author (X7). */
async function allowNames(tx: Tx, siteId: string, text: string): Promise<void> {
	const staff = (await nameablesOf(tx, [siteId])).get(siteId) ?? [];
	const names = namedWithoutConsent(text, staff);
	if (names.length) fail('refused', 'site_item.names_without_consent', { limit: names.join(', ') });
}
