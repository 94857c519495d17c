import type { Succession } from '@stazhirovka/domain/certificates';
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
import { enrolments } from './cohorts.ts';
import { bytea, createdAt, day, id, json, moment } from './columns.ts';
import { signatureColumns } from './signature-columns.ts';
import { sites } from './sites.ts';

/** What is printed, word for word, as it was on the day of issue: a later change of a name changes nothing here. */
export type CertificateSnapshot = {
	kind: 'certificate' | 'udostoverenie_pk';
	documentTitle: string;
	number: string;
	surname: string;
	givenName: string;
	patronymic: string | null;
	gender: 'f' | 'm' | null;
	programmeTitle: string;
	hours: number;
	periodFrom: string;
	periodTo: string;
	siteTitle: string;
	organisationTitle: string;
	issuerTitle: string;
	issuerCity: string | null;
	signer: { name: string; position: string };
	issuedOn: string;
	verifyUrl: string;
	/** The minutes and the order behind it; older documents name none. */
	grounds?: string | null;
	/** The document of which this is the duplicate. */
	duplicateOf?: { number: string; issuedOn: string } | null;
	/** The holder's name in the dative, where the document is «выдан … в том, что»; else the name is not declined. */
	dative?: string;
};

/** What a document says, signed by the platform: whoever has the public key checks it without the platform. */
export type Seal = { words: Record<string, string | number>; signature: string };

/** Public halves of the keys that sealed documents: none is ever removed, for its documents outlive it. */
export const sealKeys = pgTable('seal_keys', {
	/** Of the public key itself, so that two keys never share one. */
	id: text().primaryKey(),
	/** Ed25519, 32 bytes in base64url. */
	publicKey: text().notNull(),
	createdAt: createdAt()
});

/**
 * A number belongs to its intern, or to the document that the next one replaces, before that is printed: printing takes no lock, and when it fails the next
 * attempt uses the same number, so the register has no gaps.
 */
export const certificateNumbers = pgTable(
	'certificate_numbers',
	{
		siteId: uuid()
			.notNull()
			.references(() => sites.id),
		year: integer().notNull(),
		serial: integer().notNull(),
		enrolmentId: uuid()
			.unique()
			.references(() => enrolments.id, { onDelete: 'set null' }),
		replacesId: uuid()
			.unique()
			.references((): AnyPgColumn => certificates.id),
		reservedAt: createdAt()
	},
	(t) => [primaryKey({ columns: [t.siteId, t.year, t.serial] })]
);

/** Append-only register of issued documents. Deleting a person leaves the row (architecture: data). */
export const certificates = pgTable(
	'certificates',
	{
		id: id(),
		enrolmentId: uuid().references(() => enrolments.id, { onDelete: 'set null' }),
		siteId: uuid()
			.notNull()
			.references(() => sites.id),
		year: integer().notNull(),
		serial: integer().notNull(),
		number: text().notNull(),
		snapshot: json<CertificateSnapshot>().notNull(),
		pdf: bytea().notNull(),
		sha256: text().notNull(),
		/** Older documents have none. */
		seal: json<Seal>(),
		/** At least 128 random bits, base32: the address of the check page. */
		token: text().notNull().unique(),
		issuedOn: day().notNull(),
		issuedBy: uuid().references(() => people.id),
		issuedAt: createdAt(),
		revokedAt: moment(),
		revokedReason: text(),
		/** The document whose place it takes, and why: a cause of duplicates, or words. */
		replacesId: uuid()
			.unique()
			.references((): AnyPgColumn => certificates.id),
		replacesAs: text().$type<Succession>(),
		replacesReason: text(),
		/** The place of its badge in the lists of what is no longer in force. */
		statusIndex: integer().generatedAlwaysAsIdentity({ startWith: 0, minValue: 0 })
	},
	(t) => [
		uniqueIndex('certificates_first')
			.on(t.enrolmentId)
			.where(sql`${t.replacesId} is null`),
		unique('certificates_serial').on(t.siteId, t.year, t.serial),
		index('certificates_file').on(t.sha256),
		unique('certificates_status_index').on(t.statusIndex),
		unique('certificates_number').on(t.number, t.siteId)
	]
);

/** Signatures made elsewhere of the bytes that were issued (X16): a file beside them, never in them. */
export const certificateSignatures = pgTable(
	'certificate_signatures',
	{
		certificateId: uuid()
			.notNull()
			.references(() => certificates.id),
		...signatureColumns()
	},
	(t) => [
		primaryKey({ columns: [t.certificateId, t.number] }),
		unique('certificate_signatures_once').on(t.certificateId, t.sha256)
	]
);
