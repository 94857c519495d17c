import type { Database, Tx } from '@stazhirovka/db';
import { appealRules, appeals } from '@stazhirovka/db/schema';
import { and, eq, isNull } from 'drizzle-orm';
import { fail } from '../../../shell/errors.ts';

type Queryable = Database | Tx;
export type AppealRow = typeof appeals.$inferSelect;

export async function findAppeal(db: Queryable, finalWorkId: string): Promise<AppealRow | undefined> {
	const [row] = await db.select().from(appeals).where(eq(appeals.finalWorkId, finalWorkId));
	return row;
}

/** Once for a work: of two that come at the same time one is told so. */
export async function insertAppeal(tx: Tx, appeal: typeof appeals.$inferInsert): Promise<void> {
	const rows = await tx.insert(appeals).values(appeal).onConflictDoNothing().returning({ id: appeals.id });
	if (rows.length === 0) fail('refused', 'appeal.already_sent');
}

type Decided = Pick<AppealRow, 'decidedAt' | 'decidedBy' | 'marks' | 'changes' | 'passed' | 'conclusion'>;

export async function writeDecision(tx: Tx, id: string, decided: Decided): Promise<void> {
	const rows = await tx
		.update(appeals)
		.set(decided)
		.where(and(eq(appeals.id, id), isNull(appeals.decidedAt)))
		.returning({ id: appeals.id });
	if (rows.length === 0) fail('refused', 'appeal.already_decided');
}

/** A cohort for which nothing was fixed may only be raised. */
export async function mayLowerIn(db: Queryable, cohortId: string): Promise<boolean> {
	const [row] = await db
		.select({ mayLower: appealRules.mayLower })
		.from(appealRules)
		.where(eq(appealRules.cohortId, cohortId));
	return row?.mayLower ?? false;
}

export async function putRule(tx: Tx, rule: typeof appealRules.$inferInsert): Promise<void> {
	const { cohortId: _, ...change } = rule;
	await tx.insert(appealRules).values(rule).onConflictDoUpdate({ target: appealRules.cohortId, set: change });
}

/** Takes the reminder of an appeal; false where another process has taken it. */
export async function claimReminder(tx: Tx, id: string, at: Date): Promise<boolean> {
	const rows = await tx
		.update(appeals)
		.set({ remindedAt: at })
		.where(and(eq(appeals.id, id), isNull(appeals.remindedAt), isNull(appeals.decidedAt)))
		.returning({ id: appeals.id });
	return rows.length === 1;
}
