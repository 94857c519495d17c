import { sql } from 'drizzle-orm';
import { index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { people } from './accounts.ts';
import { createdAt, day, id } from './columns.ts';
import { regions } from './organisations.ts';

/**
 * An order or a disposition by which something begins or ends: a status, a window, a council (R3). One act may cover
 * many sites; it is entered once. Its scan is a file that hangs on it.
 */
export const acts = pgTable(
	'acts',
	{
		id: id(),
		regionId: uuid()
			.notNull()
			.references(() => regions.id),
		/** «распоряжение», «приказ». */
		kind: text().notNull(),
		number: text().notNull(),
		signedOn: day().notNull(),
		issuer: text().notNull(),
		/** What it is about, in its own words. */
		title: text().notNull(),
		enteredBy: uuid().references(() => people.id),
		createdAt: createdAt()
	},
	(t) => [
		uniqueIndex('acts_once').on(
			t.regionId,
			t.kind,
			sql`lower(${t.issuer})`,
			sql`lower(${t.number})`,
			t.signedOn
		),
		index('acts_signed').on(t.regionId, t.signedOn)
	]
);
