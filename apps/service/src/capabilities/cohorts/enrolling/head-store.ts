import type { Database, Tx } from '@stazhirovka/db';
import { headConfirmations } from '@stazhirovka/db/schema';
import { and, eq, gt, inArray, isNull } from 'drizzle-orm';
import { fail } from '../../../shell/errors.ts';
import { hashOf } from '../../../shell/token.ts';

type Queryable = Database | Tx;
export type HeadRow = typeof headConfirmations.$inferSelect;

export async function findHead(db: Queryable, enrolmentId: string): Promise<HeadRow | undefined> {
	const [row] = await db
		.select()
		.from(headConfirmations)
		.where(eq(headConfirmations.enrolmentId, enrolmentId));
	return row;
}

/** Undefined for an unknown, replaced or outdated link: the three answer alike. */
export async function findByToken(db: Queryable, token: string, now: Date): Promise<HeadRow | undefined> {
	const [row] = await db
		.select()
		.from(headConfirmations)
		.where(and(eq(headConfirmations.tokenHash, hashOf(token)), gt(headConfirmations.expiresAt, now)));
	return row;
}

/** A new link in the place of the one before, unless the word was given already. */
export async function ask(
	tx: Tx,
	enrolmentId: string,
	{ token, ...link }: { token: string; email: string; sentAt: Date; expiresAt: Date }
): Promise<void> {
	const values = { ...link, tokenHash: hashOf(token) };
	const rows = await tx
		.insert(headConfirmations)
		.values({ enrolmentId, ...values })
		.onConflictDoUpdate({
			target: headConfirmations.enrolmentId,
			set: values,
			setWhere: isNull(headConfirmations.answeredAt)
		})
		.returning({ id: headConfirmations.enrolmentId });
	if (rows.length === 0) fail('refused', 'head.already_answered');
}

type Word = Pick<HeadRow, 'agreed' | 'author' | 'position' | 'conditions' | 'reason'> & {
	answeredAt: Date;
	onPaper?: boolean;
};

/** The word itself, once. */
export async function answer(tx: Tx, enrolmentId: string, word: Word): Promise<void> {
	const rows = await tx
		.insert(headConfirmations)
		.values({ enrolmentId, ...word })
		.onConflictDoUpdate({
			target: headConfirmations.enrolmentId,
			set: word,
			setWhere: isNull(headConfirmations.answeredAt)
		})
		.returning({ id: headConfirmations.enrolmentId });
	if (rows.length === 0) fail('refused', 'head.already_answered');
}

/** New applications ask anew. */
export async function forgetHeads(tx: Tx, enrolmentIds: string[]): Promise<void> {
	if (enrolmentIds.length === 0) return;
	await tx.delete(headConfirmations).where(inArray(headConfirmations.enrolmentId, enrolmentIds));
}
