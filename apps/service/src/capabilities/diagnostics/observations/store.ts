import type { Database, Tx } from '@stazhirovka/db';
import { deficitObservations } from '@stazhirovka/db/schema';
import type { Observed } from '@stazhirovka/domain/diagnostics';
import { and, asc, count, eq, gt, isNull } from 'drizzle-orm';
import { fail } from '../../../shell/errors.ts';
import { hashOf } from '../../../shell/token.ts';

type Queryable = Database | Tx;
export type ObservationRow = typeof deficitObservations.$inferSelect;

/** In the order of invitations, without those that were taken back. */
export async function observationsOf(db: Queryable, enrolmentId: string): Promise<ObservationRow[]> {
	return db
		.select()
		.from(deficitObservations)
		.where(and(eq(deficitObservations.enrolmentId, enrolmentId), isNull(deficitObservations.withdrawnAt)))
		.orderBy(asc(deficitObservations.id));
}

/** All letters that went out for one intern, also by links that ended. */
export async function countInvitations(db: Queryable, enrolmentId: string): Promise<number> {
	const [row] = await db
		.select({ count: count() })
		.from(deficitObservations)
		.where(eq(deficitObservations.enrolmentId, enrolmentId));
	return row?.count ?? 0;
}

export async function insertInvitation(
	tx: Tx,
	{ token, ...values }: Omit<typeof deficitObservations.$inferInsert, 'tokenHash'> & { token: string }
): Promise<void> {
	await tx.insert(deficitObservations).values({ ...values, tokenHash: hashOf(token) });
}

/** Ends links that nobody has answered by, one of them or those to one address; tells how many there were. */
export async function withdraw(
	tx: Tx,
	enrolmentId: string,
	which: { id: string } | { email: string },
	at: Date
): Promise<number> {
	const one =
		'id' in which ? eq(deficitObservations.id, which.id) : eq(deficitObservations.email, which.email);
	const rows = await tx
		.update(deficitObservations)
		.set({ withdrawnAt: at })
		.where(
			and(
				eq(deficitObservations.enrolmentId, enrolmentId),
				one,
				isNull(deficitObservations.givenAt),
				isNull(deficitObservations.withdrawnAt)
			)
		)
		.returning({ id: deficitObservations.id });
	return rows.length;
}

/** Undefined for an unknown, ended or outdated link: the three answer alike. */
export async function findByToken(
	db: Queryable,
	token: string,
	now: Date
): Promise<ObservationRow | undefined> {
	const [row] = await db
		.select()
		.from(deficitObservations)
		.where(
			and(
				eq(deficitObservations.tokenHash, hashOf(token)),
				gt(deficitObservations.expiresAt, now),
				isNull(deficitObservations.withdrawnAt)
			)
		);
	return row;
}

export async function keep(
	tx: Tx,
	id: string,
	word: { author: string; position: string; answer: Observed; note: string; givenAt: Date }
): Promise<void> {
	const rows = await tx
		.update(deficitObservations)
		.set(word)
		.where(
			and(
				eq(deficitObservations.id, id),
				isNull(deficitObservations.givenAt),
				isNull(deficitObservations.withdrawnAt)
			)
		)
		.returning({ id: deficitObservations.id });
	if (rows.length === 0) fail('refused', 'observation.already_given');
}
