import type { Database, Tx } from '@stazhirovka/db';
import { regions, regulations, regulationVersions } from '@stazhirovka/db/schema';
import type { Completion } from '@stazhirovka/domain/regulations';
import { and, asc, desc, eq, isNotNull, isNull } from 'drizzle-orm';
import { conflict } from '../../shell/errors.ts';

type Queryable = Database | Tx;

export type NewVersion = Omit<typeof regulationVersions.$inferInsert, 'regulationId' | 'number'>;

/** Every region; there are as many as subjects of the federation. */
export function allRegions(db: Queryable): Promise<{ id: string; title: string }[]> {
	return db.select().from(regions).orderBy(asc(regions.title));
}

/** The regulation of this key, made when there is none. What is done to one regulation goes one after the other. */
export async function lockRegulation(tx: Tx, values: { key: string; regionId: string; createdAt: Date }) {
	await tx.insert(regulations).values(values).onConflictDoNothing();
	const [row] = await tx
		.select()
		.from(regulations)
		.where(eq(regulations.key, values.key))
		.for('no key update');
	return row ?? conflict('regulation');
}

/** The draft that was imported from the same file. */
export async function findDraftBySource(
	tx: Tx,
	regulationId: string,
	sourceHash: string
): Promise<string | undefined> {
	const [row] = await tx
		.select({ id: regulationVersions.id })
		.from(regulationVersions)
		.where(
			and(
				eq(regulationVersions.regulationId, regulationId),
				eq(regulationVersions.sourceHash, sourceHash),
				isNull(regulationVersions.publishedAt)
			)
		);
	return row?.id;
}

/** What was given by hand in the newest version, draft or not. */
export async function latestCompletions(tx: Tx, regulationId: string): Promise<Completion[]> {
	const [row] = await tx
		.select({ completions: regulationVersions.completions })
		.from(regulationVersions)
		.where(eq(regulationVersions.regulationId, regulationId))
		.orderBy(desc(regulationVersions.number))
		.limit(1);
	return row?.completions ?? [];
}

/** Puts the draft in the place of the one before it; published versions stay. Answers with the new id. */
export async function replaceDraft(tx: Tx, regulationId: string, version: NewVersion): Promise<string> {
	const own = eq(regulationVersions.regulationId, regulationId);
	await tx.delete(regulationVersions).where(and(own, isNull(regulationVersions.publishedAt)));
	const published = await tx.$count(regulationVersions, own);

	const values = { ...version, regulationId, number: published + 1 };
	const [row] = await tx.insert(regulationVersions).values(values).returning({ id: regulationVersions.id });
	return row?.id ?? conflict('regulation');
}

export async function lockRegulationById(tx: Tx, id: string): Promise<void> {
	await tx
		.select({ id: regulations.id })
		.from(regulations)
		.where(eq(regulations.id, id))
		.for('no key update');
}

/** The days on which published versions begin. */
export async function beginnings(tx: Tx, regulationId: string): Promise<string[]> {
	const rows = await tx
		.select({ inForceFrom: regulationVersions.inForceFrom })
		.from(regulationVersions)
		.where(and(eq(regulationVersions.regulationId, regulationId), isNotNull(regulationVersions.publishedAt)));
	return rows.flatMap(({ inForceFrom }) => inForceFrom ?? []);
}

/** Changes or freezes a draft that is still as it was seen; false when it is not. */
export async function changeDraft(
	tx: Tx,
	{ id, revision }: { id: string; revision: number },
	change: Pick<NewVersion, 'completions'> | Pick<NewVersion, 'publishedBy' | 'publishedAt' | 'inForceFrom'>
): Promise<boolean> {
	const rows = await tx
		.update(regulationVersions)
		.set({ ...change, revision: revision + 1 })
		.where(
			and(
				eq(regulationVersions.id, id),
				eq(regulationVersions.revision, revision),
				isNull(regulationVersions.publishedAt)
			)
		)
		.returning({ id: regulationVersions.id });
	return rows.length === 1;
}
