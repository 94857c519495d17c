import type { Database, Tx } from '@stazhirovka/db';
import { diagnosisAllowances, diagnosisAttempts, diagnosisRules } from '@stazhirovka/db/schema';
import type { Allowance, AttemptRules } from '@stazhirovka/domain/diagnostics';
import { and, eq, isNull, sql } from 'drizzle-orm';

type Queryable = Database | Tx;
export type AttemptRow = typeof diagnosisAttempts.$inferSelect;
export type AllowanceRow = typeof diagnosisAllowances.$inferSelect;
export type RulesRow = typeof diagnosisRules.$inferSelect;

/** Whatever begins, closes or widens the attempts of one intern goes one after the other. */
export async function queueForAttempts(tx: Tx, enrolmentId: string): Promise<void> {
	await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`diagnosis:${enrolmentId}`}, 0))`);
}

export async function findRules(db: Queryable, cohortId: string): Promise<RulesRow | undefined> {
	const [row] = await db.select().from(diagnosisRules).where(eq(diagnosisRules.cohortId, cohortId));
	return row;
}

export async function putRules(
	tx: Tx,
	cohortId: string,
	rules: AttemptRules,
	by: { setBy: string; setAt: Date }
): Promise<void> {
	const values = { ...rules, ...by };
	await tx
		.insert(diagnosisRules)
		.values({ cohortId, ...values })
		.onConflictDoUpdate({ target: diagnosisRules.cohortId, set: values });
}

export async function findAttempts(db: Queryable, enrolmentId: string): Promise<AttemptRow[]> {
	return db.select().from(diagnosisAttempts).where(eq(diagnosisAttempts.enrolmentId, enrolmentId));
}

export async function insertAttempt(tx: Tx, attempt: typeof diagnosisAttempts.$inferInsert): Promise<void> {
	await tx.insert(diagnosisAttempts).values(attempt);
}

/** Nothing happens to one that is closed already. */
export async function closeAttempt(
	tx: Tx,
	{ enrolmentId, occasion }: { enrolmentId: string; occasion: string },
	closedBy: 'person' | 'time'
): Promise<void> {
	await tx
		.update(diagnosisAttempts)
		.set({ closedBy })
		.where(
			and(
				eq(diagnosisAttempts.enrolmentId, enrolmentId),
				eq(diagnosisAttempts.occasion, occasion),
				isNull(diagnosisAttempts.closedBy)
			)
		);
}

export async function findAllowance(db: Queryable, enrolmentId: string): Promise<AllowanceRow | undefined> {
	const [row] = await db
		.select()
		.from(diagnosisAllowances)
		.where(eq(diagnosisAllowances.enrolmentId, enrolmentId));
	return row;
}

export async function putAllowance(
	tx: Tx,
	enrolmentId: string,
	given: Allowance & { reason: string; givenBy: string; givenAt: Date }
): Promise<void> {
	await tx
		.insert(diagnosisAllowances)
		.values({ enrolmentId, ...given })
		.onConflictDoUpdate({ target: diagnosisAllowances.enrolmentId, set: given });
}
