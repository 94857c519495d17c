import type { Database, Tx } from '@stazhirovka/db';
import { documentLearners, documentNumbers, documents, documentSignatures } from '@stazhirovka/db/schema';
import { and, eq, max, sql } from 'drizzle-orm';
import { conflict, missing } from '../../shell/errors.ts';

type Queryable = Database | Tx;

export type NewDocument = typeof documents.$inferInsert;
export type NewLearner = Omit<typeof documentLearners.$inferInsert, 'documentId'>;
export type NewSignature = Omit<typeof documentSignatures.$inferInsert, 'number'>;
export type Series = { issuerId: string; kind: string; year: number };

/** The next number of the series. Whoever numbers the same series waits until this transaction ends. */
export async function takeNumber(tx: Tx, series: Series): Promise<number> {
	const [row] = await tx
		.insert(documentNumbers)
		.values({ ...series, last: 1 })
		.onConflictDoUpdate({
			target: [documentNumbers.issuerId, documentNumbers.kind, documentNumbers.year],
			set: { last: sql`${documentNumbers.last} + 1` }
		})
		.returning({ last: documentNumbers.last });
	return row?.last ?? conflict('document');
}

/** Two corrections of one document cannot both stand: the second is a conflict. */
export async function insertDocument(tx: Tx, values: NewDocument): Promise<string> {
	const [row] = await tx
		.insert(documents)
		.values(values)
		.onConflictDoNothing({ target: documents.replacesId })
		.returning({ id: documents.id });
	return row?.id ?? conflict('document');
}

export async function insertLearners(tx: Tx, documentId: string, learners: NewLearner[]): Promise<void> {
	if (learners.length)
		await tx.insert(documentLearners).values(learners.map((one) => ({ ...one, documentId })));
}

export async function findPlace(db: Queryable, id: string) {
	const [row] = await db
		.select({ regionId: documents.regionId, siteId: documents.siteId })
		.from(documents)
		.where(eq(documents.id, id));
	return row;
}

/** One format of the document, with what its file is called after. */
export async function findFile(db: Queryable, id: string, format: 'pdf' | 'docx') {
	const [row] = await db
		.select({ title: documents.title, number: documents.number, bytes: documents[format] })
		.from(documents)
		.where(eq(documents.id, id));
	return row ?? missing('document');
}

/** The hash of the PDF; who attaches to one document goes one after the other. */
export async function lockDocument(tx: Tx, id: string): Promise<string> {
	const [row] = await tx
		.select({ sha256: documents.sha256 })
		.from(documents)
		.where(eq(documents.id, id))
		.for('no key update');
	return row?.sha256 ?? missing('document');
}

/** The number that the signature got; null when the same file is attached already. */
export async function insertSignature(tx: Tx, signature: NewSignature): Promise<number | null> {
	const [last] = await tx
		.select({ number: max(documentSignatures.number) })
		.from(documentSignatures)
		.where(eq(documentSignatures.documentId, signature.documentId));
	const [row] = await tx
		.insert(documentSignatures)
		.values({ ...signature, number: (last?.number ?? 0) + 1 })
		.onConflictDoNothing({ target: [documentSignatures.documentId, documentSignatures.sha256] })
		.returning({ number: documentSignatures.number });
	return row?.number ?? null;
}

export async function findSignature(db: Queryable, documentId: string, number: number) {
	const [row] = await db
		.select({ name: documentSignatures.name, bytes: documentSignatures.bytes })
		.from(documentSignatures)
		.where(and(eq(documentSignatures.documentId, documentId), eq(documentSignatures.number, number)));
	return row ?? missing('document');
}
