import type { Database, Tx } from '@stazhirovka/db';
import { applications, decisionLetters, people, proposals, sites } from '@stazhirovka/db/schema';
import { and, asc, desc, eq, inArray, isNotNull, isNull, or } from 'drizzle-orm';
import { nameColumns } from '@stazhirovka/db/schema';

type Queryable = Database | Tx;

export type LetterRow = Awaited<ReturnType<typeof waitingLetters>>[number];
export type NewLetter = typeof decisionLetters.$inferInsert;
export type ProposalRow = typeof proposals.$inferSelect;

const shown = {
	letter: decisionLetters,
	application: { id: applications.id, title: applications.title, regionId: applications.regionId },
	person: { ...nameColumns, email: people.email }
};

function letters(db: Queryable) {
	return db
		.select(shown)
		.from(decisionLetters)
		.innerJoin(applications, eq(applications.id, decisionLetters.applicationId))
		.innerJoin(people, eq(people.id, decisionLetters.personId))
		.$dynamic();
}

export async function insertLetter(tx: Tx, letter: NewLetter): Promise<void> {
	await tx.insert(decisionLetters).values(letter);
}

export function waitingLetters(db: Queryable, regionIds: string[]) {
	return letters(db)
		.where(and(inArray(applications.regionId, regionIds), isNull(decisionLetters.releasedAt)))
		.orderBy(asc(decisionLetters.id));
}

/** The newest of those that were released. */
export function releasedLetters(db: Queryable, regionIds: string[], limit: number): Promise<LetterRow[]> {
	return letters(db)
		.where(and(inArray(applications.regionId, regionIds), isNotNull(decisionLetters.releasedAt)))
		.orderBy(desc(decisionLetters.releasedAt), desc(decisionLetters.id))
		.limit(limit);
}

export function lettersById(db: Queryable, ids: string[]): Promise<LetterRow[]> {
	return letters(db).where(inArray(decisionLetters.id, ids)).orderBy(asc(decisionLetters.id));
}

/** Nobody changes or releases these letters meanwhile. */
export async function lockLetters(tx: Tx, ids: string[]): Promise<void> {
	await tx
		.select({ id: decisionLetters.id })
		.from(decisionLetters)
		.where(inArray(decisionLetters.id, ids))
		.orderBy(asc(decisionLetters.id))
		.for('no key update');
}

/** Changes the words of a letter that waits and is as it was seen; false when it is not. */
export async function changeLetter(
	tx: Tx,
	{ id, revision }: { id: string; revision: number },
	change: Partial<Pick<typeof decisionLetters.$inferInsert, 'subject' | 'text' | 'releasedAt' | 'releasedBy'>>
): Promise<boolean> {
	const rows = await tx
		.update(decisionLetters)
		.set({ ...change, revision: revision + 1 })
		.where(
			and(
				eq(decisionLetters.id, id),
				eq(decisionLetters.revision, revision),
				isNull(decisionLetters.releasedAt)
			)
		)
		.returning({ id: decisionLetters.id });
	return rows.length === 1;
}

/** Letters about an application that wait, held until the transaction ends. */
export async function lockWaiting(tx: Tx, applicationId: string): Promise<string[]> {
	const rows = await tx
		.select({ id: decisionLetters.id })
		.from(decisionLetters)
		.where(and(eq(decisionLetters.applicationId, applicationId), isNull(decisionLetters.releasedAt)))
		.orderBy(asc(decisionLetters.id))
		.for('no key update');
	return rows.map(({ id }) => id);
}

export async function deleteLetter(tx: Tx, id: string): Promise<void> {
	await tx.delete(decisionLetters).where(eq(decisionLetters.id, id));
}

/** What the author of an application was told. */
export function toldAbout(db: Queryable, applicationId: string, personId: string) {
	return db
		.select({
			id: decisionLetters.id,
			kind: decisionLetters.kind,
			subject: decisionLetters.subject,
			text: decisionLetters.text,
			preparedAt: decisionLetters.preparedAt,
			releasedAt: decisionLetters.releasedAt
		})
		.from(decisionLetters)
		.innerJoin(applications, eq(applications.id, decisionLetters.applicationId))
		.where(
			and(
				eq(applications.id, applicationId),
				eq(applications.createdBy, personId),
				isNotNull(decisionLetters.releasedAt)
			)
		)
		.orderBy(asc(decisionLetters.id));
}

/** Every letter about these applications without its words, in the order in which they were prepared. */
export function lettersAbout(db: Queryable, applicationIds: string[]) {
	const { applicationId, kind, result, seenState, releasedAt } = decisionLetters;
	return db
		.select({ applicationId, kind, result, seenState, releasedAt })
		.from(decisionLetters)
		.where(inArray(applicationId, applicationIds))
		.orderBy(asc(decisionLetters.id));
}

/** False when the same proposal was recorded already. */
export async function insertProposal(
	tx: Tx,
	proposal: typeof proposals.$inferInsert
): Promise<string | null> {
	const [row] = await tx
		.insert(proposals)
		.values(proposal)
		.onConflictDoNothing()
		.returning({ id: proposals.id });
	return row?.id ?? null;
}

/** The newest proposals about applications and sites of these regions. */
export function proposalsIn(db: Queryable, regionIds: string[], limit: number) {
	return db
		.select({ proposal: proposals, application: applications.title, site: sites.title })
		.from(proposals)
		.leftJoin(applications, eq(applications.id, proposals.applicationId))
		.leftJoin(sites, eq(sites.id, proposals.siteId))
		.where(or(inArray(applications.regionId, regionIds), inArray(sites.regionId, regionIds)))
		.orderBy(desc(proposals.madeOn), desc(proposals.id))
		.limit(limit);
}

export async function proposalOf(
	db: Queryable,
	about: { applicationId: string } | { siteId: string }
): Promise<ProposalRow | undefined> {
	const which =
		'applicationId' in about
			? eq(proposals.applicationId, about.applicationId)
			: eq(proposals.siteId, about.siteId);
	const [row] = await db
		.select()
		.from(proposals)
		.where(which)
		.orderBy(desc(proposals.madeOn), desc(proposals.id))
		.limit(1);
	return row;
}
