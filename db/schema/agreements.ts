import { AGREEMENT_KINDS } from '@stazhirovka/domain/staff';
import { sql } from 'drizzle-orm';
import { index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { people } from './accounts.ts';
import { createdAt, day, id } from './columns.ts';
import { documents } from './documents.ts';
import { files } from './forms.ts';
import { organisations } from './organisations.ts';
import { sites } from './sites.ts';
import { siteAgreements } from './staff.ts';

/**
 * An agreement that was made out here: of the site with its operator, or of a network's lead with a member (R19, X22).
 * Signed by both it stands among the agreements of the site.
 */
export const preparedAgreements = pgTable(
	'prepared_agreements',
	{
		id: id(),
		siteId: uuid()
			.notNull()
			.references(() => sites.id),
		kind: text({ enum: AGREEMENT_KINDS }).notNull(),
		partnerId: uuid()
			.notNull()
			.references(() => organisations.id),
		documentId: uuid()
			.notNull()
			.unique()
			.references(() => documents.id),
		/** Of the paper without its number: the same once more is the same agreement. */
		paperHash: text().notNull(),
		fromDay: day().notNull(),
		lastDay: day(),
		siteSignedOn: day(),
		partnerSignedOn: day(),
		/** The scan with the signatures. */
		fileId: uuid().references(() => files.id),
		/** Where it stands since both have signed. */
		agreementId: uuid().references(() => siteAgreements.id),
		preparedBy: uuid().references(() => people.id, { onDelete: 'set null' }),
		createdAt: createdAt()
	},
	(t) => [
		index('prepared_agreements_site').on(t.siteId),
		uniqueIndex('prepared_agreements_one_unsigned')
			.on(t.siteId, t.kind, t.partnerId)
			.where(sql`${t.siteSignedOn} is null and ${t.partnerSignedOn} is null`)
	]
);
