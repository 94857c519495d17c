import {
	EDUCATION_LEVELS,
	RUSSIAN_CITIZENSHIP,
	type AllowedValues,
	type CohortValues,
	type Letter
} from '@stazhirovka/domain/register';
import { index, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { people } from './accounts.ts';
import { certificates } from './certificates.ts';
import { cohorts, enrolments } from './cohorts.ts';
import { bytea, createdAt, day, id, json, moment } from './columns.ts';
import { sites } from './sites.ts';

/** What somebody entered about himself for the federal register, and confirmed. */
export const registerPeople = pgTable(
	'register_people',
	{
		personId: uuid()
			.primaryKey()
			.references(() => people.id, { onDelete: 'cascade' }),
		/** Of the ОКСМ. */
		citizenship: text().notNull().default(RUSSIAN_CITIZENSHIP),
		/** Eleven digits under AES-256-GCM with the name of the key; null for foreigners who have none (X6). */
		snils: text(),
		/** HMAC-SHA-256 under another key: finds the same number twice without reading either. */
		snilsMark: text(),
		educationLevel: text({ enum: EDUCATION_LEVELS }).notNull(),
		educationSurname: text().notNull(),
		educationSeries: text().notNull(),
		educationNumber: text().notNull(),
		confirmedAt: moment().notNull()
	},
	(t) => [index('register_people_mark').on(t.snilsMark)]
);

/** What every row of a cohort's file says alike; the words are of the template's own lists. */
export const registerCohorts = pgTable('register_cohorts', {
	cohortId: uuid()
		.primaryKey()
		.references(() => cohorts.id, { onDelete: 'cascade' }),
	values: json<CohortValues>().notNull(),
	savedBy: uuid()
		.notNull()
		.references(() => people.id),
	savedAt: createdAt()
});

/** Official workbooks as they were uploaded; the newest of a site is the one that is filled. */
export const registerTemplates = pgTable(
	'register_templates',
	{
		id: id(),
		siteId: uuid()
			.notNull()
			.references(() => sites.id),
		name: text().notNull(),
		bytes: bytea().notNull(),
		sha256: text().notNull(),
		/** Read once, when it came. */
		allowed: json<AllowedValues>().notNull(),
		uploadedBy: uuid()
			.notNull()
			.references(() => people.id),
		uploadedAt: createdAt()
	},
	(t) => [index('register_templates_site').on(t.siteId, t.uploadedAt)]
);

/** Cells that are written otherwise than the document says, by one press: tidy forms of the same words. */
export const registerMendings = pgTable('register_mendings', {
	certificateId: uuid()
		.primaryKey()
		.references(() => certificates.id, { onDelete: 'cascade' }),
	cells: json<Partial<Record<Letter, { from: string; to: string }>>>().notNull(),
	mendedBy: uuid()
		.notNull()
		.references(() => people.id),
	mendedAt: createdAt()
});

/** «Выгружено, дата, номер пакета»: the upload itself goes by a protected channel outside the platform. */
export const registerUploads = pgTable(
	'register_uploads',
	{
		id: id(),
		cohortId: uuid()
			.notNull()
			.references(() => cohorts.id),
		uploadedOn: day().notNull(),
		packageNumber: text().notNull(),
		notedBy: uuid()
			.notNull()
			.references(() => people.id),
		notedAt: createdAt()
	},
	(t) => [unique('register_uploads_package').on(t.cohortId, t.packageNumber)]
);

/** A document is uploaded once. */
export const registerUploadedDocuments = pgTable('register_uploaded_documents', {
	certificateId: uuid()
		.primaryKey()
		.references(() => certificates.id),
	uploadId: uuid()
		.notNull()
		.references(() => registerUploads.id)
});

/** When somebody was last asked by letter to look at what they entered. */
export const registerRequests = pgTable('register_requests', {
	enrolmentId: uuid()
		.primaryKey()
		.references(() => enrolments.id, { onDelete: 'cascade' }),
	askedAt: moment().notNull()
});

/** `frdo_deadline_days`: how long after the issue a document may wait, since which day. Without rows the usual term holds. */
export const registerDeadlines = pgTable('register_deadlines', {
	from: day().primaryKey(),
	days: integer().notNull()
});
