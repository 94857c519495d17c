import type { Database, Tx } from '@stazhirovka/db';
import { enrolments, welcomes } from '@stazhirovka/db/schema';
import { and, eq, gt, inArray, isNull, sql } from 'drizzle-orm';
import { hashOf } from '../../../shell/token.ts';

type Queryable = Database | Tx;

/** New links in the place of those before. */
export async function welcomeAll(
	tx: Tx,
	links: { enrolmentId: string; token: string }[],
	{ sentAt, expiresAt }: { sentAt: Date; expiresAt: Date }
): Promise<void> {
	if (links.length === 0) return;
	const rows = links.map(({ enrolmentId, token }) => {
		return { enrolmentId, tokenHash: hashOf(token), sentAt, expiresAt, usedAt: null };
	});
	const set = { tokenHash: sql`excluded.token_hash`, sentAt, expiresAt, usedAt: null };
	await tx.insert(welcomes).values(rows).onConflictDoUpdate({ target: welcomes.enrolmentId, set });
}

/** The enrolment behind a link; undefined for an unknown, replaced, used or outdated one: all answer alike. */
export async function findWelcome(db: Queryable, token: string, now: Date) {
	const [row] = await db
		.select({
			id: enrolments.id,
			cohortId: enrolments.cohortId,
			personId: enrolments.personId,
			state: enrolments.state
		})
		.from(welcomes)
		.innerJoin(enrolments, eq(enrolments.id, welcomes.enrolmentId))
		.where(and(eq(welcomes.tokenHash, hashOf(token)), isNull(welcomes.usedAt), gt(welcomes.expiresAt, now)));
	return row;
}

/** All links of the person are used with the first: the account is open. */
export async function useWelcomes(tx: Tx, personId: string, at: Date): Promise<void> {
	const own = tx.select({ id: enrolments.id }).from(enrolments).where(eq(enrolments.personId, personId));
	await tx
		.update(welcomes)
		.set({ usedAt: at })
		.where(and(inArray(welcomes.enrolmentId, own), isNull(welcomes.usedAt)));
}
