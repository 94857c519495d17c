import type { Tx } from '@stazhirovka/db';
import { preparedAgreements } from '@stazhirovka/db/schema';
import type { AgreementKind } from '@stazhirovka/domain/staff';
import { and, eq, isNull } from 'drizzle-orm';

export type AgreementRow = typeof preparedAgreements.$inferSelect;

/** The agreement that nobody has signed yet with this partner. */
export async function lockUnsigned(
	tx: Tx,
	of: { siteId: string; kind: AgreementKind; partnerId: string }
): Promise<AgreementRow | undefined> {
	const [row] = await tx
		.select()
		.from(preparedAgreements)
		.where(
			and(
				eq(preparedAgreements.siteId, of.siteId),
				eq(preparedAgreements.kind, of.kind),
				eq(preparedAgreements.partnerId, of.partnerId),
				isNull(preparedAgreements.siteSignedOn),
				isNull(preparedAgreements.partnerSignedOn)
			)
		)
		.for('no key update');
	return row;
}

export async function lockAgreement(tx: Tx, id: string): Promise<AgreementRow | undefined> {
	const [row] = await tx
		.select()
		.from(preparedAgreements)
		.where(eq(preparedAgreements.id, id))
		.for('no key update');
	return row;
}

/** Undefined when somebody made one out with this partner a moment ago. */
export async function insertPrepared(
	tx: Tx,
	values: typeof preparedAgreements.$inferInsert
): Promise<string | undefined> {
	const [row] = await tx
		.insert(preparedAgreements)
		.values(values)
		.onConflictDoNothing()
		.returning({ id: preparedAgreements.id });
	return row?.id;
}

export async function changePrepared(
	tx: Tx,
	id: string,
	values: Partial<typeof preparedAgreements.$inferInsert>
): Promise<void> {
	await tx.update(preparedAgreements).set(values).where(eq(preparedAgreements.id, id));
}
