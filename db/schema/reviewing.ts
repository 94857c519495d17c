import type { Answer } from '@stazhirovka/domain/forms';
import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { people } from './accounts.ts';
import { enrolments } from './cohorts.ts';
import { createdAt, id, json, moment } from './columns.ts';
import { programmeVersions } from './programmes.ts';
import { sites } from './sites.ts';

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

/** A work that interns mark before their first review, with the marks of the staff and why these are such. */
export const calibrationWorks = pgTable(
	'calibration_works',
	{
		id: id(),
		siteId: uuid()
			.notNull()
			.references(() => sites.id),
		/** Its rubric never changes, so the marks stay true. */
		programmeVersionId: uuid()
			.notNull()
			.references(() => programmeVersions.id),
		answer: json<Answer>().notNull(),
		revision: integer().notNull().default(0),
		madeBy: uuid()
			.notNull()
			.references(() => people.id),
		savedAt: createdAt(),
		publishedAt: moment(),
		/** No longer given to anybody; tries of it stay. */
		retiredAt: moment()
	},
	(t) => [index('calibration_works_programme').on(t.siteId, t.programmeVersionId)]
);

export const calibrationTries = pgTable(
	'calibration_tries',
	{
		id: id(),
		enrolmentId: uuid()
			.notNull()
			.references(() => enrolments.id),
		/** 1, 2, 3: two tabs at once make one try. */
		number: integer().notNull(),
		calibrationWorkId: uuid()
			.notNull()
			.references(() => calibrationWorks.id),
		scores: json<Record<string, number>>().notNull(),
		/** Mean distance from the staff in levels, as an exact decimal. */
		deviation: text().notNull(),
		passed: boolean().notNull(),
		triedAt: moment().notNull()
	},
	(t) => [unique('calibration_tries_number').on(t.enrolmentId, t.number)]
);

/** The tutor's word after a talk, where the tries were used up. */
export const calibrationAdmissions = pgTable('calibration_admissions', {
	enrolmentId: uuid()
		.primaryKey()
		.references(() => enrolments.id),
	reason: text().notNull(),
	admittedBy: uuid()
		.notNull()
		.references(() => people.id),
	admittedAt: moment().notNull()
});
