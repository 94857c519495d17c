import { lastTellableDay, type SubscriptionTopic } from '@stazhirovka/domain/subscriptions';
import type { Deps } from '../../shell/context.ts';
import { post } from '../../shell/mail.ts';
import { hashOf, newToken } from '../../shell/token.ts';
import { experienceBetween } from '../experience/index.ts';
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
	const published = {
		news: await newsBetween(db, oldest, lastDay),
		products: await productsBetween(db, oldest, lastDay),
		experience: await experienceBetween(db, oldest, lastDay)
	};
	for (const row of rows) {
		const own = (topic: SubscriptionTopic, told: Told[]) =>
			row.topics.includes(topic) ? told.filter(({ day }) => day > row.toldThrough) : [];
		const found = {
			news: own('news', published.news),
			products: own('products', published.products),
			// What sites found out is a material like the others: whoever asked for those is told of it too.
			experience: own('products', published.experience)
		};
		const token = newToken();
		await db.transaction(async (tx) => {
			if (!(await store.claimDays(tx, row, lastDay))) return;
			if (Object.values(found).every((told) => told.length === 0)) return;
			await store.insertLink(tx, { tokenHash: hashOf(token), subscriptionId: row.id, createdAt: now() });
			await post(tx, digest(row.email, found, { origin, token }), now());
		});
	}
}
