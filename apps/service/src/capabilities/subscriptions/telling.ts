import { lastTellableDay, type SubscriptionTopic } from '@stazhirovka/domain/subscriptions';
import type { Deps } from '../../shell/context.ts';
import { post } from '../../shell/mail.ts';
import { hashOf, newToken } from '../../shell/token.ts';
import { productsBetween } from '../passports/index.ts';
import { digest } from './letters.ts';
import { newsBetween, type Told } from './queries.ts';
import * as store from './store.ts';

type Sending = Pick<Deps, 'db' | 'now' | 'origin'>;

/**
 * Tells subscribers what was published since the last letter (R142), at most one letter a day: the days are claimed in
 * the transaction of the letter, whichever processes do it. Where nothing was published there is no letter.
 */
export async function sendNews({ db, now, origin }: Sending): Promise<void> {
	const lastDay = lastTellableDay(now());
	const rows = await store.untold(db, lastDay);
	const [oldest] = rows.map(({ toldThrough }) => toldThrough).toSorted();
	if (oldest === undefined) return;
	const published: Record<SubscriptionTopic, Told[]> = {
		news: await newsBetween(db, oldest, lastDay),
		products: await productsBetween(db, oldest, lastDay)
	};
	for (const row of rows) {
		const own = (topic: SubscriptionTopic) =>
			row.topics.includes(topic) ? published[topic].filter(({ day }) => day > row.toldThrough) : [];
		const found = { news: own('news'), products: own('products') };
		const token = newToken();
		await db.transaction(async (tx) => {
			if (!(await store.claimDays(tx, row, lastDay))) return;
			if (found.news.length + found.products.length === 0) return;
			await store.insertLink(tx, { tokenHash: hashOf(token), subscriptionId: row.id, createdAt: now() });
			await post(tx, digest(row.email, found, { origin, token }), now());
		});
	}
}
