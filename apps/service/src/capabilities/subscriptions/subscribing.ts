import { dayBefore } from '@stazhirovka/domain/calendar';
import type { SubscriptionTopic } from '@stazhirovka/domain/subscriptions';
import type { Deps, Visit } from '../../shell/context.ts';
import { fail, missing } from '../../shell/errors.ts';
import { post } from '../../shell/mail.ts';
import { today } from '../../shell/today.ts';
import { hashOf, newToken } from '../../shell/token.ts';
import { asking } from './letters.ts';
import * as store from './store.ts';

type Reader = Pick<Deps, 'db' | 'now'>;
type Asked = { email: string; topics: SubscriptionTopic[] };

const HOUR = 3_600_000;
const LETTERS_PER_HOUR = 3;
/** A link that nobody pressed for so long confirms nothing, and an address that nobody confirmed is forgotten. */
const CONFIRM_HOURS = 72;

/**
 * Sends a link to the address (R142). What stands already stays until the link is pressed, so nobody changes or learns
 * of a subscription of another.
 */
export async function subscribe({ db, now, origin }: Pick<Visit, 'db' | 'now' | 'origin'>, asked: Asked) {
	const topics = [...new Set(asked.topics)];
	const email = asked.email.trim();
	const token = newToken();
	await db.transaction(async (tx) => {
		const values = { email, topics, toldThrough: dayBefore(today(now)), createdAt: now() };
		const { id } = (await store.lockSubscription(tx, values)) ?? missing('subscription');
		const since = new Date(now().getTime() - HOUR);
		if ((await store.linksSince(tx, id, since)) >= LETTERS_PER_HOUR)
			fail('tooMany', 'subscription.too_many', { limit: LETTERS_PER_HOUR });
		await store.insertLink(tx, {
			...{ tokenHash: hashOf(token), subscriptionId: id, topics },
			createdAt: now()
		});
		await post(tx, asking(email, { origin, token }), now());
	});
}

/** By the link of the letter; pressing it twice is pressing it once. */
export async function confirm({ db, now }: Reader, token: string): Promise<void> {
	await db.transaction(async (tx) => {
		const link = await store.findLink(tx, hashOf(token));
		const oldest = now().getTime() - CONFIRM_HOURS * HOUR;
		if (!link?.topics || link.createdAt.getTime() < oldest) return missing('subscription');
		const asked = { topics: link.topics, at: now(), toldThrough: dayBefore(today(now)) };
		await store.confirm(tx, link.subscriptionId, asked);
	});
}

/** By the link of any letter, without signing in: the address is forgotten with all its links. */
export async function unsubscribe({ db }: Reader, token: string): Promise<void> {
	const { subscriptionId } = (await store.findLink(db, hashOf(token))) ?? missing('subscription');
	await store.deleteSubscription(db, subscriptionId);
}

export async function tidySubscriptions({ db, now }: Reader): Promise<void> {
	await store.forgetUnconfirmed(db, new Date(now().getTime() - CONFIRM_HOURS * HOUR));
}
