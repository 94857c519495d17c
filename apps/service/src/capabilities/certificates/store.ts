import type { Database, Tx } from '@stazhirovka/db';
import { certificateNumbers, certificates, enrolments, sites } from '@stazhirovka/db/schema';
import { and, eq, inArray, max } from 'drizzle-orm';
import { conflict, missing } from '../../shell/errors.ts';

type Queryable = Database | Tx;
export type NewCertificate = typeof certificates.$inferInsert;
export type CertificateRow = Awaited<ReturnType<typeof registeredOf>>[number];
export type CertificateNumber = { siteId: string; year: number; serial: number };

/** Everything but the bytes, which only the download reads. */
const withoutPdf = {
	id: certificates.id,
	enrolmentId: certificates.enrolmentId,
	number: certificates.number,
	snapshot: certificates.snapshot,
	sha256: certificates.sha256,
	token: certificates.token,
	issuedOn: certificates.issuedOn,
	revokedAt: certificates.revokedAt
};

/** What the register holds about these interns. A revoked document is in it for ever, and nobody has it. */
export function registeredOf(db: Queryable, enrolmentIds: string[]) {
	return db.select(withoutPdf).from(certificates).where(inArray(certificates.enrolmentId, enrolmentIds));
}

export async function findByToken(db: Queryable, token: string): Promise<CertificateRow | undefined> {
	const [row] = await db.select(withoutPdf).from(certificates).where(eq(certificates.token, token));
	return row;
}

/** Numbers are unique per site; sites have different codes in theirs. */
export function findByNumber(db: Queryable, number: string): Promise<CertificateRow[]> {
	return db.select(withoutPdf).from(certificates).where(eq(certificates.number, number));
}

export async function findPdf(db: Queryable, id: string) {
	const [row] = await db
		.select({
			enrolmentId: certificates.enrolmentId,
			number: certificates.number,
			pdf: certificates.pdf,
			sha256: certificates.sha256
		})
		.from(certificates)
		.where(eq(certificates.id, id));
	return row;
}

/**
 * The number of this intern's document: the one reserved before, or the next of the site and the year. The lock on the
 * site is held for this alone.
 */
export async function reserveNumber(
	tx: Tx,
	{ siteId, year, enrolmentId, at }: { siteId: string; year: number; enrolmentId: string; at: Date }
): Promise<CertificateNumber> {
	await tx.select({ id: sites.id }).from(sites).where(eq(sites.id, siteId)).for('no key update');
	const [reserved] = await tx
		.select({
			siteId: certificateNumbers.siteId,
			year: certificateNumbers.year,
			serial: certificateNumbers.serial
		})
		.from(certificateNumbers)
		.where(eq(certificateNumbers.enrolmentId, enrolmentId));
	if (reserved) return reserved;

	const [last] = await tx
		.select({ serial: max(certificateNumbers.serial) })
		.from(certificateNumbers)
		.where(and(eq(certificateNumbers.siteId, siteId), eq(certificateNumbers.year, year)));
	const number = { siteId, year, serial: (last?.serial ?? 0) + 1 };
	await tx.insert(certificateNumbers).values({ ...number, enrolmentId, reservedAt: at });
	return number;
}

/** Whoever issues to one intern goes one after the other. */
export async function lockEnrolment(tx: Tx, id: string): Promise<void> {
	const [row] = await tx
		.select({ id: enrolments.id })
		.from(enrolments)
		.where(eq(enrolments.id, id))
		.for('no key update');
	if (!row) missing('enrolment');
}

export async function insertCertificate(tx: Tx, certificate: NewCertificate): Promise<CertificateRow> {
	const [row] = await tx.insert(certificates).values(certificate).onConflictDoNothing().returning(withoutPdf);
	return row ?? conflict('certificate');
}

/** The certificate ends the enrolment; from any other state it would be a mistake. */
export async function completeEnrolment(tx: Tx, id: string): Promise<void> {
	const rows = await tx
		.update(enrolments)
		.set({ state: 'completed' })
		.where(and(eq(enrolments.id, id), eq(enrolments.state, 'confirmed')))
		.returning({ id: enrolments.id });
	if (rows.length === 0) conflict('enrolment');
}
