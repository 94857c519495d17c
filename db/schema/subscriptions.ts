import { SUBSCRIPTION_TOPICS } from '@stazhirovka/domain/subscriptions';
import { sql } from 'drizzle-orm';
import { index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { createdAt, day, id, moment } from './columns.ts';

/** Who asked for letters of news (R142): an address and nothing else of the person. Ending it deletes the row. */
export const subscriptions = pgTable(
	'subscriptions',
	{
		id: id(),
		email: text().notNull(),
		topics: text({ enum: SUBSCRIPTION_TOPICS }).array().notNull(),
		/** Null until the link of the letter was pressed; nothing is sent before. */
		confirmedAt: moment(),
		/** The last day whose publications have been told. */
		toldThrough: day().notNull(),
		createdAt: createdAt()
	},
	(t) => [
		uniqueIndex('subscriptions_email').on(sql`lower(${t.email})`),
		index('subscriptions_told').on(t.toldThrough)
	]
);

/** Links of the letters of a subscription; only the SHA-256 of each token is kept. */
export const subscriptionLinks = pgTable(
	'subscription_links',
	{
		tokenHash: text().primaryKey(),
		subscriptionId: uuid()
			.notNull()
			.references(() => subscriptions.id, { onDelete: 'cascade' }),
		/** What pressing it asks for; null: the link only ends. */
		topics: text({ enum: SUBSCRIPTION_TOPICS }).array(),
		createdAt: createdAt()
	},
	(t) => [index('subscription_links_subscription').on(t.subscriptionId)]
);
