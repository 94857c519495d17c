import type { Database, Tx } from '@stazhirovka/db';
import {
	nameColumns,
	people,
	programmeDraftParts,
	programmeDrafts,
	programmes,
	programmeVersions
} from '@stazhirovka/db/schema';
import { shortName } from '@stazhirovka/domain/certificates';
import { and, eq, isNull, sql } from 'drizzle-orm';

type Queryable = Database | Tx;

export type DraftFacts = typeof programmeDrafts.$inferSelect;
export type SavedPart = Awaited<ReturnType<typeof partsOf>>[number];

export async function findDraft(db: Queryable, id: string): Promise<DraftFacts | undefined> {
	const [row] = await db.select().from(programmeDrafts).where(eq(programmeDrafts.id, id));
	return row;
}

/** The draft of which a version was made. */
export async function draftOfVersion(db: Queryable, versionId: string): Promise<DraftFacts | undefined> {
	const [row] = await db.select().from(programmeDrafts).where(eq(programmeDrafts.versionId, versionId));
	return row;
}

/** `share`: parts are saved side by side. `no key update`: the draft itself moves, and nobody saves meanwhile. */
export async function lockDraft(
	tx: Tx,
	id: string,
	strength: 'share' | 'no key update'
): Promise<DraftFacts | undefined> {
	const [row] = await tx.select().from(programmeDrafts).where(eq(programmeDrafts.id, id)).for(strength);
	return row;
}

/** Drafts of one key begin one after the other. */
export async function lockKey(tx: Tx, key: string): Promise<void> {
	await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`programme_draft ${key}`}, 0))`);
}

/** What has the key: a programme with its site, and a draft that is not published. */
export async function holdersOf(tx: Tx, key: string) {
	const [programme] = await tx
		.select({ id: programmes.id, siteId: programmes.siteId })
		.from(programmes)
		.where(eq(programmes.key, key));
	const [draft] = await tx
		.select({ id: programmeDrafts.id, siteId: programmeDrafts.siteId })
		.from(programmeDrafts)
		.leftJoin(programmeVersions, eq(programmeVersions.id, programmeDrafts.versionId))
		.where(and(eq(programmeDrafts.key, key), isNull(programmeVersions.publishedAt)));
	return { programme, draft };
}

export async function insertDraft(tx: Tx, values: typeof programmeDrafts.$inferInsert): Promise<string> {
	const [row] = await tx.insert(programmeDrafts).values(values).returning({ id: programmeDrafts.id });
	if (!row) throw new Error('PostgreSQL made no draft');
	return row.id;
}

export async function changeDraft(tx: Tx, id: string, change: Partial<DraftFacts>): Promise<void> {
	await tx.update(programmeDrafts).set(change).where(eq(programmeDrafts.id, id));
}

export async function removeDraft(tx: Tx, id: string): Promise<void> {
	await tx.delete(programmeDrafts).where(eq(programmeDrafts.id, id));
}

/** Every part that was ever saved; one that was taken out has the value null. */
export async function partsOf(db: Queryable, draftId: string) {
	const rows = await db
		.select({
			part: programmeDraftParts.part,
			content: programmeDraftParts.content,
			revision: programmeDraftParts.revision,
			savedAt: programmeDraftParts.savedAt,
			by: nameColumns
		})
		.from(programmeDraftParts)
		.leftJoin(people, eq(people.id, programmeDraftParts.savedBy))
		.where(eq(programmeDraftParts.draftId, draftId));
	return rows.map(({ by, content, ...part }) => ({
		...{ ...part, value: content?.value ?? null },
		savedBy: by ? shortName(by) : ''
	}));
}

type Saved = { draftId: string; part: string; value: unknown; savedBy: string | null; savedAt: Date };

/** Puts a value over the revision that its author had; undefined when somebody was first. */
export async function savePart(
	tx: Tx,
	{ value, ...saved }: Saved,
	base: number
): Promise<number | undefined> {
	const values = { ...saved, content: contentOf(value) };
	const { draftId, part, ...change } = values;
	if (base === 0) {
		const rows = await tx
			.insert(programmeDraftParts)
			.values({ ...values, revision: 1 })
			.onConflictDoNothing()
			.returning({ revision: programmeDraftParts.revision });
		return rows[0]?.revision;
	}
	const [row] = await tx
		.update(programmeDraftParts)
		.set({ ...change, revision: base + 1 })
		.where(
			and(
				eq(programmeDraftParts.draftId, draftId),
				eq(programmeDraftParts.part, part),
				eq(programmeDraftParts.revision, base)
			)
		)
		.returning({ revision: programmeDraftParts.revision });
	return row?.revision;
}

export async function findPart(db: Queryable, draftId: string, part: string): Promise<SavedPart | undefined> {
	return (await partsOf(db, draftId)).find((saved) => saved.part === part);
}

/** All parts of a new draft. */
export async function insertParts(
	tx: Tx,
	document: object,
	by: Omit<Saved, 'part' | 'value'>
): Promise<void> {
	const rows = Object.entries(document).map(([part, value]: [string, unknown]) => ({
		...{ ...by, part, content: contentOf(value) },
		revision: 1
	}));
	await tx.insert(programmeDraftParts).values(rows);
}

function contentOf(value: unknown): { value: unknown } | null {
	return value === null || value === undefined ? null : { value };
}
