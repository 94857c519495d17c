import type { Database, Tx } from '@stazhirovka/db';
import { consents, files, paperConsents } from '@stazhirovka/db/schema';
import { and, eq, isNull } from 'drizzle-orm';
import { conflict } from '../../shell/errors.ts';

export type PaperConsentRow = typeof paperConsents.$inferSelect;

export async function insertPrinted(tx: Tx, values: typeof paperConsents.$inferInsert): Promise<void> {
	await tx.insert(paperConsents).values(values);
}

export async function lockPrinted(tx: Tx, documentId: string): Promise<PaperConsentRow | undefined> {
	const [row] = await tx
		.select()
		.from(paperConsents)
		.where(eq(paperConsents.documentId, documentId))
		.for('no key update');
	return row;
}

export async function findPrinted(
	db: Database | Tx,
	documentId: string
): Promise<PaperConsentRow | undefined> {
	const [row] = await db.select().from(paperConsents).where(eq(paperConsents.documentId, documentId));
	return row;
}

/** A consent that was given on paper is one like any other. */
export async function insertConsent(tx: Tx, values: typeof consents.$inferInsert): Promise<string> {
	const [row] = await tx.insert(consents).values(values).returning({ id: consents.id });
	return row?.id ?? conflict('consent');
}

export async function markSigned(
	tx: Tx,
	documentId: string,
	signed: Pick<PaperConsentRow, 'signedOn' | 'fileId' | 'consentId'>
): Promise<void> {
	await tx.update(paperConsents).set(signed).where(eq(paperConsents.documentId, documentId));
}

/** A file that the person sent and hung nowhere. */
export async function findOwnFile(db: Database | Tx, id: string, ownerId: string) {
	const nowhere = [files.enrolmentId, files.roomId, files.actId, files.applicationId, files.siteId];
	const [row] = await db
		.select({ id: files.id })
		.from(files)
		.where(and(eq(files.id, id), eq(files.ownerId, ownerId), ...nowhere.map((column) => isNull(column))));
	return row;
}

export async function findScan(db: Database | Tx, id: string) {
	const { id: file, name, mime, size, sha256 } = files;
	const [row] = await db.select({ id: file, name, mime, size, sha256 }).from(files).where(eq(files.id, id));
	return row;
}
