import type { Database, Tx } from '@stazhirovka/db';
import { subscriptionLinks, subscriptions } from '@stazhirovka/db/schema';
import type { SubscriptionTopic } from '@stazhirovka/domain/subscriptions';
import { and, asc, count, eq, gt, isNotNull, isNull, lt, sql } from 'drizzle-orm';

export type SubscriptionRow = typeof subscriptions.$inferSelect;

/** The subscription of an address, made when there is none; held until the transaction ends. */
export async function lockSubscription(
	tx: Tx,
	values: typeof subscriptions.$inferInsert
): Promise<SubscriptionRow | undefined> {
	await tx.insert(subscriptions).values(values).onConflictDoNothing();
	const [row] = await tx
		.select()
		.from(subscriptions)
		.where(sql`lower(${subscriptions.email}) = ${values.email.toLowerCase()}`)
		.for('no key update');
	return row;
}

/** How many links that ask for something the subscription has had since the moment. */
export async function linksSince(tx: Tx, subscriptionId: string, since: Date): Promise<number> {
	const { createdAt, topics } = subscriptionLinks;
	const [row] = await tx
		.select({ n: count() })
		.from(subscriptionLinks)
		.where(
			and(eq(subscriptionLinks.subscriptionId, subscriptionId), isNotNull(topics), gt(createdAt, since))
		);
	return row?.n ?? 0;
}

export async function insertLink(tx: Tx, link: typeof subscriptionLinks.$inferInsert): Promise<void> {
	await tx.insert(subscriptionLinks).values(link);
}

export async function findLink(db: Database | Tx, tokenHash: string) {
	const { subscriptionId, topics, createdAt } = subscriptionLinks;
	const [row] = await db
		.select({ subscriptionId, topics, createdAt })
		.from(subscriptionLinks)
		.where(eq(subscriptionLinks.tokenHash, tokenHash));
	return row;
}

/** Confirms; what was told of before goes on where it was. */
export async function confirm(
	tx: Tx,
	id: string,
	{ topics, at, toldThrough }: { topics: SubscriptionTopic[]; at: Date; toldThrough: string }
): Promise<void> {
	const first = and(eq(subscriptions.id, id), isNull(subscriptions.confirmedAt));
	await tx.update(subscriptions).set({ confirmedAt: at, toldThrough }).where(first);
	await tx.update(subscriptions).set({ topics }).where(eq(subscriptions.id, id));
}

export async function deleteSubscription(db: Database, id: string): Promise<void> {
	await db.delete(subscriptions).where(eq(subscriptions.id, id));
}

/** Addresses that nobody has confirmed are not kept. */
export async function forgetUnconfirmed(db: Database, before: Date): Promise<void> {
	await db
		.delete(subscriptions)
		.where(and(isNull(subscriptions.confirmedAt), lt(subscriptions.createdAt, before)));
}

/** Confirmed subscriptions that days up to this one have not been told to. */
export function untold(db: Database, lastDay: string): Promise<SubscriptionRow[]> {
	return db
		.select()
		.from(subscriptions)
		.where(and(isNotNull(subscriptions.confirmedAt), lt(subscriptions.toldThrough, lastDay)))
		.orderBy(asc(subscriptions.id));
}

/** Takes the days for one letter; false when another process has taken them or the subscription has ended. */
export async function claimDays(
	tx: Tx,
	{ id, toldThrough }: Pick<SubscriptionRow, 'id' | 'toldThrough'>,
	lastDay: string
): Promise<boolean> {
	const rows = await tx
		.update(subscriptions)
		.set({ toldThrough: lastDay })
		.where(and(eq(subscriptions.id, id), eq(subscriptions.toldThrough, toldThrough)))
		.returning({ id: subscriptions.id });
	return rows.length === 1;
}
