import type { Database, Tx } from '@stazhirovka/db';
import { certificates, certificateSignatures as signatures } from '@stazhirovka/db/schema';
import { and, asc, eq, inArray, max } from 'drizzle-orm';
import { missing } from '../../../shell/errors.ts';

type Queryable = Database | Tx;
export type SignatureRow = Awaited<ReturnType<typeof signaturesOf>>[number];

/** Without their bytes, in the order in which they came. */
export function signaturesOf(db: Queryable, certificateIds: string[]) {
	return db
		.select({
			certificateId: signatures.certificateId,
			number: signatures.number,
			registered: certificates.number,
			token: certificates.token,
			signer: signatures.signer,
			sha256: signatures.sha256,
			digestFound: signatures.digestFound,
			attachedAt: signatures.attachedAt
		})
		.from(signatures)
		.innerJoin(certificates, eq(certificates.id, signatures.certificateId))
		.where(inArray(signatures.certificateId, certificateIds))
		.orderBy(asc(signatures.certificateId), asc(signatures.number))
		.execute();
}

/** The number that it got; null when the same file is attached already. The caller has locked the document's intern. */
export async function insertSignature(
	tx: Tx,
	signature: Omit<typeof signatures.$inferInsert, 'number'>
): Promise<number | null> {
	const [last] = await tx
		.select({ number: max(signatures.number) })
		.from(signatures)
		.where(eq(signatures.certificateId, signature.certificateId));
	const [row] = await tx
		.insert(signatures)
		.values({ ...signature, number: (last?.number ?? 0) + 1 })
		.onConflictDoNothing({ target: [signatures.certificateId, signatures.sha256] })
		.returning({ number: signatures.number });
	return row?.number ?? null;
}

export async function signatureBytes(db: Queryable, token: string, number: number) {
	const [row] = await db
		.select({ registered: certificates.number, bytes: signatures.bytes })
		.from(signatures)
		.innerJoin(certificates, eq(certificates.id, signatures.certificateId))
		.where(and(eq(certificates.token, token.toUpperCase()), eq(signatures.number, number)));
	return row ?? missing('certificate');
}
