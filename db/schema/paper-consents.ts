import { index, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { consents, people } from './accounts.ts';
import { enrolments } from './cohorts.ts';
import { createdAt, day } from './columns.ts';
import { documents } from './documents.ts';
import { files } from './forms.ts';

/** A consent that was printed for an intern to sign by hand; signed it is a consent like any other (X7, X21). */
export const paperConsents = pgTable(
	'paper_consents',
	{
		documentId: uuid()
			.primaryKey()
			.references(() => documents.id),
		enrolmentId: uuid()
			.notNull()
			.references(() => enrolments.id, { onDelete: 'cascade' }),
		kind: text().notNull(),
		version: text().notNull(),
		signedOn: day(),
		/** The scan; read by those who lead the cohort and by whoever signed. */
		fileId: uuid().references(() => files.id),
		consentId: uuid().references(() => consents.id, { onDelete: 'set null' }),
		printedBy: uuid().references(() => people.id, { onDelete: 'set null' }),
		createdAt: createdAt()
	},
	(t) => [index('paper_consents_enrolment').on(t.enrolmentId)]
);
