import { boolean, integer, text, uuid } from 'drizzle-orm/pg-core';
import { people } from './accounts.ts';
import { bytea, createdAt } from './columns.ts';

/** A detached signature made elsewhere (X16), beside what its table names: kept as it came, without legal force of ours. */
export const signatureColumns = () => ({
	/** 1, 2, 3 … within the document. */
	number: integer().notNull(),
	name: text().notNull(),
	bytes: bytea().notNull(),
	sha256: text().notNull(),
	/** Whether the SHA-256 of the PDF is in it; a signature by GOST holds another digest. */
	digestFound: boolean().notNull(),
	/** Who signed, in the words of who attached it. */
	signer: text().notNull(),
	attachedBy: uuid().references(() => people.id),
	attachedAt: createdAt()
});
