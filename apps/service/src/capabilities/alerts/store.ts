import type { Database, Tx } from '@stazhirovka/db';
import { alertReminders, cohortAlertRules, enrolments, nameColumns, people } from '@stazhirovka/db/schema';
import { ALERT_RULES, type AlertKind, type AlertRules } from '@stazhirovka/domain/alerts';
import { and, eq, inArray } from 'drizzle-orm';

type Queryable = Database | Tx;

const columns = {
	silent: cohortAlertRules.silent,
	unchecked: cohortAlertRules.unchecked,
	deadline: cohortAlertRules.deadline,
	review: cohortAlertRules.review
};

export type RulesRow = { rules: AlertRules; revision: number };

/** The rules of a cohort; revision 0 where it has none of its own. */
export async function rulesOf(db: Queryable, cohortId: string): Promise<RulesRow> {
	return (await rulesOfAll(db, [cohortId]))(cohortId);
}

/** The same of several cohorts. */
export async function rulesOfAll(
	db: Queryable,
	cohortIds: readonly string[]
): Promise<(cohortId: string) => RulesRow> {
	const rows = await db
		.select({ cohortId: cohortAlertRules.cohortId, rules: columns, revision: cohortAlertRules.revision })
		.from(cohortAlertRules)
		.where(inArray(cohortAlertRules.cohortId, [...cohortIds]));
	const found = new Map(rows.map(({ cohortId, ...row }) => [cohortId, row]));
	return (cohortId) => found.get(cohortId) ?? { rules: ALERT_RULES, revision: 0 };
}

type RulesBy = { cohortId: string; rules: AlertRules; revision: number; setBy: string; setAt: Date };

/** Puts rules in the place of those with this revision; false when they are others by now. */
export async function writeRules(tx: Tx, { cohortId, rules, revision, ...by }: RulesBy): Promise<boolean> {
	const values = { ...rules, ...by, revision: revision + 1 };
	const rows =
		revision === 0
			? await tx
					.insert(cohortAlertRules)
					.values({ cohortId, ...values })
					.onConflictDoNothing()
					.returning({ id: cohortAlertRules.cohortId })
			: await tx
					.update(cohortAlertRules)
					.set(values)
					.where(and(eq(cohortAlertRules.cohortId, cohortId), eq(cohortAlertRules.revision, revision)))
					.returning({ id: cohortAlertRules.cohortId });
	return rows.length === 1;
}

/** Who was reminded of what on one of these days, and by whom. */
export function remindedOn(db: Queryable, cohortIds: readonly string[], days: readonly string[]) {
	return db
		.select({
			cohortId: enrolments.cohortId,
			onDay: alertReminders.onDay,
			enrolmentId: alertReminders.enrolmentId,
			kind: alertReminders.kind,
			at: alertReminders.createdAt,
			by: nameColumns
		})
		.from(alertReminders)
		.innerJoin(enrolments, eq(enrolments.id, alertReminders.enrolmentId))
		.innerJoin(people, eq(people.id, alertReminders.remindedBy))
		.where(and(inArray(enrolments.cohortId, [...cohortIds]), inArray(alertReminders.onDay, [...days])));
}

type Reminder = { enrolmentId: string; kind: AlertKind; onDay: string; remindedBy: string; createdAt: Date };

/** False when somebody did it that day; two at once wait for each other's COMMIT. */
export async function claimReminder(tx: Tx, reminder: Reminder): Promise<boolean> {
	const rows = await tx
		.insert(alertReminders)
		.values(reminder)
		.onConflictDoNothing()
		.returning({ kind: alertReminders.kind });
	return rows.length === 1;
}
