import { sql } from 'drizzle-orm';
import { check, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { createdAt } from './columns.ts';

/** A copy of a file without what it tells of its author, for those who must not learn it; made once for the same bytes. */
export const cleanCopies = pgTable(
	'clean_copies',
	{
		/** Of the original. */
		sha256: text().notNull(),
		/** By which way of cleaning: a better one makes its copies anew. */
		cleaning: integer().notNull(),
		cleanSha256: text(),
		/** In bytes. */
		size: integer(),
		/** Why there is no copy. */
		reason: text(),
		madeAt: createdAt()
	},
	(t) => [
		primaryKey({ columns: [t.sha256, t.cleaning] }),
		check(
			'clean_copies_made_or_not',
			sql`(${t.cleanSha256} is null) = (${t.size} is null) and (${t.cleanSha256} is null) <> (${t.reason} is null)`
		)
	]
);
