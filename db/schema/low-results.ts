import { sql } from 'drizzle-orm';
import {
	doublePrecision,
	index,
	integer,
	pgTable,
	text,
	unique,
	uniqueIndex,
	uuid
} from 'drizzle-orm/pg-core';
import { people } from './accounts.ts';
import { createdAt, id } from './columns.ts';
import { organisations, regions } from './organisations.ts';

/** Schools with low results of a school year, as the region or the municipality names them (R130). */
export const lowResultSchools = pgTable(
	'low_result_schools',
	{
		id: id(),
		regionId: uuid()
			.notNull()
			.references(() => regions.id),
		organisationId: uuid()
			.notNull()
			.references(() => organisations.id),
		/** The year in which the school year begins. */
		year: integer().notNull(),
		/** The paper that names it: an order, a list of the ministry. */
		source: text().notNull(),
		link: text(),
		addedBy: uuid().references(() => people.id, { onDelete: 'set null' }),
		createdAt: createdAt()
	},
	(t) => [
		unique('low_result_schools_once').on(t.organisationId, t.year),
		index('low_result_schools_year').on(t.regionId, t.year)
	]
);

/** What the authority over a listed school tells of one of its results: a year ago and now (R130). */
export const schoolChanges = pgTable(
	'school_changes',
	{
		id: id(),
		schoolId: uuid()
			.notNull()
			.references(() => lowResultSchools.id, { onDelete: 'cascade' }),
		title: text().notNull(),
		before: doublePrecision().notNull(),
		now: doublePrecision().notNull(),
		better: text({ enum: ['higher', 'lower'] }).notNull(),
		/** Where the numbers are from. */
		origin: text().notNull(),
		addedBy: uuid().references(() => people.id, { onDelete: 'set null' }),
		createdAt: createdAt()
	},
	(t) => [uniqueIndex('school_changes_once').on(t.schoolId, sql`lower(${t.title})`)]
);
