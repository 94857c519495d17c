import type { Database, Tx } from '@stazhirovka/db';
import { certificateNumbers, certificates, enrolments, sites } from '@stazhirovka/db/schema';
import { and, asc, desc, eq, inArray, isNull, max } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { conflict, missing } from '../../shell/errors.ts';

type Queryable = Database | Tx;
export type NewCertificate = typeof certificates.$inferInsert;
export type CertificateRow = Awaited<ReturnType<typeof registeredOf>>[number];
export type CertificateNumber = { siteId: string; year: number; serial: number };

const later = alias(certificates, 'later');

/** Everything but the bytes, which only the download reads; `later` is the document that took its place. */
const withoutPdf = {
	id: certificates.id,
	enrolmentId: certificates.enrolmentId,
	siteId: certificates.siteId,
	number: certificates.number,
	snapshot: certificates.snapshot,
	sha256: certificates.sha256,
	token: certificates.token,
	issuedOn: certificates.issuedOn,
	revokedAt: certificates.revokedAt,
	revokedReason: certificates.revokedReason,
	replacesAs: certificates.replacesAs,
	replacesReason: certificates.replacesReason,
	later: { id: later.id, number: later.number, issuedOn: later.issuedOn, as: later.replacesAs }
};

function register(db: Queryable) {
	return db
		.select(withoutPdf)
		.from(certificates)
		.leftJoin(later, eq(later.replacesId, certificates.id))
		.$dynamic();
}

/** What the register holds about these interns, the newest first. What was revoked or replaced is in it for ever. */
export function registeredOf(db: Queryable, enrolmentIds: string[]) {
	return register(db)
		.where(inArray(certificates.enrolmentId, enrolmentIds))
		.orderBy(desc(certificates.issuedAt), desc(certificates.id))
		.execute();
}

export async function findRegistered(db: Queryable, id: string): Promise<CertificateRow | undefined> {
	const [row] = await register(db).where(eq(certificates.id, id));
	return row;
}

export async function findByToken(db: Queryable, token: string): Promise<CertificateRow | undefined> {
	const [row] = await register(db).where(eq(certificates.token, token));
	return row;
}

/** Numbers are unique per site; sites have different codes in theirs. */
export function findByNumber(db: Queryable, number: string): Promise<CertificateRow[]> {
	return register(db).where(eq(certificates.number, number)).execute();
}

/** A file was issued exactly so, or it was not. */
export async function findByHash(db: Queryable, sha256: string): Promise<CertificateRow | undefined> {
	const [row] = await register(db).where(eq(certificates.sha256, sha256));
	return row;
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

/** Whose number it is: an intern's first, or the one of the document that takes the place of another. */
type Wanted = { siteId: string; year: number; at: Date } & ({ enrolmentId: string } | { replacesId: string });

/** The number reserved before, or the next of the site and the year. The lock on the site is held for this alone. */
export async function reserveNumber(
	tx: Tx,
	{ siteId, year, at, ...whose }: Wanted
): Promise<CertificateNumber> {
	await tx.select({ id: sites.id }).from(sites).where(eq(sites.id, siteId)).for('no key update');
	const own =
		'enrolmentId' in whose
			? eq(certificateNumbers.enrolmentId, whose.enrolmentId)
			: eq(certificateNumbers.replacesId, whose.replacesId);
	const [reserved] = await tx
		.select({
			siteId: certificateNumbers.siteId,
			year: certificateNumbers.year,
			serial: certificateNumbers.serial
		})
		.from(certificateNumbers)
		.where(own);
	if (reserved) return reserved;

	const number = { siteId, year, serial: (await lastSerial(tx, siteId, year)) + 1 };
	await tx.insert(certificateNumbers).values({ ...number, ...whose, reservedAt: at });
	return number;
}

/** The same for many interns at once, in their order. */
export async function reserveNumbers(
	tx: Tx,
	{ siteId, year, at }: { siteId: string; year: number; at: Date },
	enrolmentIds: string[]
): Promise<Map<string | null, CertificateNumber>> {
	await tx.select({ id: sites.id }).from(sites).where(eq(sites.id, siteId)).for('no key update');
	const own = {
		siteId: certificateNumbers.siteId,
		year: certificateNumbers.year,
		serial: certificateNumbers.serial
	};
	const reserved = await tx
		.select({ enrolmentId: certificateNumbers.enrolmentId, ...own })
		.from(certificateNumbers)
		.where(inArray(certificateNumbers.enrolmentId, enrolmentIds));
	const numbers = new Map(reserved.map(({ enrolmentId, ...number }) => [enrolmentId, number]));

	const last = await lastSerial(tx, siteId, year);
	const added = enrolmentIds
		.filter((id) => !numbers.has(id))
		.map((enrolmentId, n) => ({ enrolmentId, siteId, year, serial: last + 1 + n }));
	if (added.length)
		await tx.insert(certificateNumbers).values(added.map((one) => ({ ...one, reservedAt: at })));
	for (const { enrolmentId, ...number } of added) numbers.set(enrolmentId, number);
	return numbers;
}

async function lastSerial(tx: Tx, siteId: string, year: number): Promise<number> {
	const [last] = await tx
		.select({ serial: max(certificateNumbers.serial) })
		.from(certificateNumbers)
		.where(and(eq(certificateNumbers.siteId, siteId), eq(certificateNumbers.year, year)));
	return last?.serial ?? 0;
}

/** Whoever issues to one intern goes one after the other; in one order, so that nobody waits for each other. */
export async function lockEnrolments(tx: Tx, ids: string[]): Promise<void> {
	const rows = await tx
		.select({ id: enrolments.id })
		.from(enrolments)
		.where(inArray(enrolments.id, ids))
		.orderBy(asc(enrolments.id))
		.for('no key update');
	if (rows.length < ids.length) missing('enrolment');
}

export async function insertCertificate(tx: Tx, certificate: NewCertificate): Promise<CertificateRow> {
	const [row] = await insertCertificates(tx, [certificate]);
	return (row && (await findRegistered(tx, row.id))) ?? conflict('certificate');
}

/** All of them or none. */
export async function insertCertificates(tx: Tx, entered: NewCertificate[]) {
	const rows = await tx.insert(certificates).values(entered).onConflictDoNothing().returning({
		id: certificates.id,
		enrolmentId: certificates.enrolmentId,
		number: certificates.number,
		sha256: certificates.sha256
	});
	return rows.length === entered.length ? rows : conflict('certificate');
}

/** Once and for ever; somebody else may have been quicker. */
export async function markRevoked(tx: Tx, id: string, revokedAt: Date, revokedReason: string): Promise<void> {
	const rows = await tx
		.update(certificates)
		.set({ revokedAt, revokedReason })
		.where(and(eq(certificates.id, id), isNull(certificates.revokedAt)))
		.returning({ id: certificates.id });
	if (rows.length === 0) conflict('certificate');
}

/** The certificate ends the enrolment; from any other state it would be a mistake. */
export async function completeEnrolments(tx: Tx, ids: string[]): Promise<void> {
	const rows = await tx
		.update(enrolments)
		.set({ state: 'completed' })
		.where(and(inArray(enrolments.id, ids), eq(enrolments.state, 'confirmed')))
		.returning({ id: enrolments.id });
	if (rows.length < ids.length) conflict('enrolment');
}
