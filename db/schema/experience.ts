import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { people } from './accounts.ts';
import { createdAt, day, id, moment, tsvector } from './columns.ts';
import { finalWorks } from './final-works.ts';
import { sites } from './sites.ts';

/** What a site found out in its work, for others to follow (R141). A day of publication makes it public. */
export const experienceSummaries = pgTable(
	'experience_summaries',
	{
		id: id(),
		siteId: uuid()
			.notNull()
			.references(() => sites.id),
		title: text().notNull(),
		theme: text().notNull(),
		authors: text().notNull(),
		done: text().notNull(),
		changed: text().notNull(),
		links: text().array().notNull(),
		/** Titles as programmes of the site had them when it was written. */
		deficits: text().array().notNull(),
		/** Somebody has looked: nothing in it names a pupil (R166). */
		checked: boolean().notNull(),
		publishedOn: day(),
		words: tsvector().generatedAlwaysAs(
			sql`to_tsvector('russian', translate(title || ' ' || theme || ' ' || done || ' ' || changed, 'ёЁ', 'еЕ'))`
		),
		revision: integer().notNull().default(0),
		writtenBy: uuid().references(() => people.id, { onDelete: 'set null' }),
		createdAt: createdAt()
	},
	(t) => [
		index('experience_summaries_site').on(t.siteId),
		index('experience_summaries_words').using('gin', t.words),
		index('experience_summaries_deficits').using('gin', t.deficits),
		index('experience_summaries_published').on(t.publishedOn)
	]
);

/** What people changed of a project in the list for the yearly report (R138); without a row it is as the work says. */
export const traineeProjects = pgTable(
	'trainee_projects',
	{
		finalWorkId: uuid()
			.primaryKey()
			.references(() => finalWorks.id, { onDelete: 'cascade' }),
		title: text().notNull(),
		/** Where it lies on the site of the organisation or of the methodical centre. */
		link: text(),
		listed: boolean().notNull(),
		/** Why it is not told as the work says. */
		ground: text().notNull(),
		revision: integer().notNull(),
		changedBy: uuid().references(() => people.id, { onDelete: 'set null' }),
		changedAt: moment().notNull()
	},
	(t) => [check('trainee_projects_grounded', sql`${t.listed} or ${t.ground} <> ''`)]
);
