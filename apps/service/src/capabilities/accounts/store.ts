import type { Database, Tx } from '@stazhirovka/db';
import { consents, grants, passwordResets, people, sessions, signInAttempts } from '@stazhirovka/db/schema';
import { and, count, desc, eq, gt, inArray, isNull, lt, sql } from 'drizzle-orm';
import { endSessions } from './session-store.ts';

export type PersonRow = typeof people.$inferSelect;
type Queryable = Database | Tx;

export async function findByEmail(db: Queryable, email: string): Promise<PersonRow | undefined> {
	const [row] = await db
		.select()
		.from(people)
		.where(sql`lower(${people.email}) = ${email.toLowerCase()}`);
	return row;
}

/** Ids of accounts by these addresses, which are in small letters. */
export async function idsByEmail(
	db: Queryable,
	emails: readonly string[]
): Promise<ReadonlyMap<string, string>> {
	if (emails.length === 0) return new Map();
	const email = sql<string>`lower(${people.email})`;
	const rows = await db
		.select({ id: people.id, email })
		.from(people)
		.where(inArray(email, [...emails]));
	return new Map(rows.map((row) => [row.email, row.id]));
}

/** Accounts by these addresses, which are in small letters. */
export async function accountsOf(db: Queryable, emails: readonly string[]) {
	if (emails.length === 0) return [];
	const email = sql<string>`lower(${people.email})`;
	return db
		.select({
			id: people.id,
			email,
			surname: people.surname,
			opened: sql<boolean>`${people.passwordHash} is not null`,
			blocked: sql<boolean>`${people.blockedAt} is not null`
		})
		.from(people)
		.where(inArray(email, [...emails]));
}

export async function findPerson(db: Queryable, id: string): Promise<PersonRow | undefined> {
	const [row] = await db.select().from(people).where(eq(people.id, id));
	return row;
}

/** Undefined when the address is taken, also by somebody who was a moment faster. */
export async function insertPerson(
	tx: Tx,
	values: typeof people.$inferInsert
): Promise<PersonRow | undefined> {
	const [row] = await insertPeople(tx, [values]);
	return row;
}

/** Those of many who were not there. */
export async function insertPeople(tx: Tx, values: (typeof people.$inferInsert)[]): Promise<PersonRow[]> {
	return values.length ? tx.insert(people).values(values).onConflictDoNothing().returning() : [];
}

/** A name whose cases nobody has confirmed. */
export const NO_NAME_FORMS = { genitive: null, dative: null, accusative: null, nameConfirmedAt: null };

export async function changePerson(
	tx: Tx,
	id: string,
	values: Partial<typeof people.$inferInsert>
): Promise<void> {
	await tx.update(people).set(values).where(eq(people.id, id));
}

export async function isStaff(db: Queryable, personId: string): Promise<boolean> {
	const [row] = await db
		.select({ role: grants.role })
		.from(grants)
		.where(and(eq(grants.personId, personId), sql`${grants.role} <> 'intern'`))
		.limit(1);
	return row !== undefined;
}

export async function insertConsents(tx: Tx, rows: (typeof consents.$inferInsert)[]): Promise<void> {
	if (rows.length) await tx.insert(consents).values(rows);
}

/** The newest row of each kind tells whether the consent stands. */
export function latestConsents(db: Queryable, personId: string) {
	return db
		.selectDistinctOn([consents.kind])
		.from(consents)
		.where(eq(consents.personId, personId))
		.orderBy(consents.kind, desc(consents.givenAt), desc(consents.id));
}

export async function withdrawConsent(tx: Tx, personId: string, kind: string, at: Date): Promise<void> {
	await tx
		.update(consents)
		.set({ withdrawnAt: at })
		.where(and(eq(consents.personId, personId), eq(consents.kind, kind), isNull(consents.withdrawnAt)));
}

export async function insertReset(tx: Tx, values: typeof passwordResets.$inferInsert): Promise<void> {
	await tx.insert(passwordResets).values(values);
}

/** Takes the reset so that a second click finds nothing; undefined when unknown, used or out of time. */
export async function takeReset(tx: Tx, hash: string, now: Date) {
	const [row] = await tx
		.update(passwordResets)
		.set({ usedAt: now })
		.where(and(eq(passwordResets.id, hash), isNull(passwordResets.usedAt), gt(passwordResets.expiresAt, now)))
		.returning();
	return row;
}

export async function endAllSessions(tx: Tx, personId: string): Promise<void> {
	await endSessions(tx, eq(sessions.personId, personId));
}

/** How many attempts each subject has since the moment given. */
export async function countAttempts(
	db: Queryable,
	subjects: string[],
	since: Date
): Promise<Map<string, number>> {
	const rows = await db
		.select({ subject: signInAttempts.subject, n: count() })
		.from(signInAttempts)
		.where(and(inArray(signInAttempts.subject, subjects), gt(signInAttempts.at, since)))
		.groupBy(signInAttempts.subject);
	return new Map(rows.map((row) => [row.subject, row.n]));
}

/** Answers with the ids of what was noted. */
export async function addAttempts(db: Queryable, subjects: string[], at: Date): Promise<string[]> {
	const rows = await db
		.insert(signInAttempts)
		.values(subjects.map((subject) => ({ subject, at })))
		.returning({ id: signInAttempts.id });
	return rows.map(({ id }) => id);
}

/** Takes back attempts that are not to count. */
export async function dropAttempts(db: Queryable, ids: string[]): Promise<void> {
	await db.delete(signInAttempts).where(inArray(signInAttempts.id, ids));
}

export async function forgetAttempts(db: Queryable, subject: string): Promise<void> {
	await db.delete(signInAttempts).where(eq(signInAttempts.subject, subject));
}

/** Attempts carry addresses of people and of their networks: they are kept for no longer than they count. */
export async function forgetOutdated(db: Queryable, before: Date): Promise<void> {
	await db.delete(signInAttempts).where(lt(signInAttempts.at, before));
	await db.delete(passwordResets).where(lt(passwordResets.expiresAt, before));
}

/** False when there is no such right. */
export async function deleteGrant(
	tx: Tx,
	{
		personId,
		role,
		scopeKind,
		scopeId
	}: Pick<typeof grants.$inferSelect, 'personId' | 'role' | 'scopeKind' | 'scopeId'>
): Promise<boolean> {
	const named = [eq(grants.personId, personId), eq(grants.role, role), eq(grants.scopeKind, scopeKind)];
	const rows = await tx
		.delete(grants)
		.where(and(...named, scopeId === null ? isNull(grants.scopeId) : eq(grants.scopeId, scopeId)))
		.returning({ id: grants.id });
	return rows.length > 0;
}

/** Giving the same right twice is giving it once: false the second time. */
export async function insertGrant(tx: Tx, values: typeof grants.$inferInsert): Promise<boolean> {
	const rows = await tx.insert(grants).values(values).onConflictDoNothing().returning({ id: grants.id });
	return rows.length === 1;
}
