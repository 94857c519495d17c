import type { Paper } from '@stazhirovka/domain/documents';
import { sql } from 'drizzle-orm';
import {
	index,
	integer,
	pgTable,
	primaryKey,
	text,
	unique,
	uniqueIndex,
	uuid,
	type AnyPgColumn
} from 'drizzle-orm/pg-core';
import { people } from './accounts.ts';
import { applications } from './applications.ts';
import { cohorts, enrolments } from './cohorts.ts';
import { bytea, createdAt, day, id, json } from './columns.ts';
import { regions } from './organisations.ts';
import { signatureColumns } from './signature-columns.ts';
import { sites } from './sites.ts';

/**
 * The last number that an issuer – a site, or a region where no site is named – gave to a kind of document in a year.
 * It moves in the transaction that stores the document, so the numbers have no gaps.
 */
export const documentNumbers = pgTable(
	'document_numbers',
	{
		issuerId: uuid().notNull(),
		kind: text().notNull(),
		year: integer().notNull(),
		last: integer().notNull()
	},
	(t) => [primaryKey({ columns: [t.issuerId, t.kind, t.year] })]
);

/** Everything that was issued, as it was issued: rows are added, never changed. A correction is a row of its own. */
export const documents = pgTable(
	'documents',
	{
		id: id(),
		kind: text().notNull(),
		title: text().notNull(),
		regionId: uuid()
			.notNull()
			.references(() => regions.id),
		siteId: uuid().references(() => sites.id),
		applicationId: uuid().references(() => applications.id),
		cohortId: uuid().references(() => cohorts.id),
		/** Null for a kind that is not numbered, such as a consent. */
		number: text(),
		dated: day().notNull(),
		paper: json<Paper>().notNull(),
		pdf: bytea().notNull(),
		docx: bytea().notNull(),
		/** SHA-256 of the PDF. */
		sha256: text().notNull(),
		/** The order that this is an annex of. */
		orderId: uuid().references((): AnyPgColumn => documents.id),
		/** The document that this one corrects: a document is corrected once, then the correction is. */
		replacesId: uuid()
			.unique('documents_replaced_once')
			.references((): AnyPgColumn => documents.id),
		issuedBy: uuid().references(() => people.id),
		issuedAt: createdAt()
	},
	(t) => [
		uniqueIndex('documents_one_number').on(
			sql`coalesce(${t.siteId}, ${t.regionId})`,
			t.kind,
			sql`extract(year from ${t.dated})`,
			t.number
		),
		index('documents_region').on(t.regionId, t.issuedAt),
		index('documents_site').on(t.siteId, t.issuedAt),
		index('documents_application').on(t.applicationId),
		index('documents_cohort').on(t.cohortId),
		index('documents_order').on(t.orderId)
	]
);

/** Interns whom a document names, each with the place in its lists, so that one may be given an extract of one's own. */
export const documentLearners = pgTable(
	'document_learners',
	{
		documentId: uuid()
			.notNull()
			.references(() => documents.id),
		enrolmentId: uuid()
			.notNull()
			.references(() => enrolments.id, { onDelete: 'cascade' }),
		/** Which table of the paper, and which row of it; both count from 0. */
		list: integer().notNull(),
		row: integer().notNull()
	},
	(t) => [
		primaryKey({ columns: [t.documentId, t.enrolmentId] }),
		index('document_learners_enrolment').on(t.enrolmentId)
	]
);

/** Detached signatures of the PDF, made elsewhere (X16). They are kept as they came; we give them no legal force. */
export const documentSignatures = pgTable(
	'document_signatures',
	{
		documentId: uuid()
			.notNull()
			.references(() => documents.id),
		...signatureColumns()
	},
	(t) => [
		primaryKey({ columns: [t.documentId, t.number] }),
		unique('document_signatures_once').on(t.documentId, t.sha256)
	]
);
