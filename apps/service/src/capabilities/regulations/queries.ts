import type { Database, Tx } from '@stazhirovka/db';
import { regions, regulations, regulationVersions } from '@stazhirovka/db/schema';
import type { Completion } from '@stazhirovka/domain/regulations';
import { and, asc, desc, eq, gt, inArray, isNotNull, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';

type Queryable = Database | Tx;

const facts = {
	id: regulationVersions.id,
	regulationId: regulations.id,
	key: regulations.key,
	region: { id: regions.id, title: regions.title },
	number: regulationVersions.number,
	revision: regulationVersions.revision,
	document: regulationVersions.document,
	completions: regulationVersions.completions,
	warnings: regulationVersions.warnings,
	importedAt: regulationVersions.importedAt,
	publishedAt: regulationVersions.publishedAt,
	inForceFrom: regulationVersions.inForceFrom
};

export type VersionFacts = NonNullable<Awaited<ReturnType<typeof findVersion>>>;

/** One version kept in one of these regions: elsewhere there is none. */
export async function findVersion(db: Queryable, id: string, regionIds: string[]) {
	const [row] = await db
		.select(facts)
		.from(regulationVersions)
		.innerJoin(regulations, eq(regulations.id, regulationVersions.regulationId))
		.innerJoin(regions, eq(regions.id, regulations.regionId))
		.where(and(eq(regulationVersions.id, id), inArray(regulations.regionId, regionIds)));
	return row;
}

/** What these regions keep, of all regulations or of one: by key, newest versions first. */
export function versionsOf(
	db: Queryable,
	regionIds: string[],
	regulationId?: string
): Promise<VersionFacts[]> {
	return db
		.select(facts)
		.from(regulationVersions)
		.innerJoin(regulations, eq(regulations.id, regulationVersions.regulationId))
		.innerJoin(regions, eq(regions.id, regulations.regionId))
		.where(
			and(
				inArray(regulations.regionId, regionIds),
				regulationId === undefined ? undefined : eq(regulations.id, regulationId)
			)
		)
		.orderBy(asc(regulations.key), desc(regulationVersions.number));
}

export type PublishedHead = Awaited<ReturnType<typeof publishedHeads>>[number];

/** Published versions with their first days, of one regulation or of all. */
export async function publishedHeads(db: Queryable, key?: string) {
	const rows = await db
		.select({
			id: regulationVersions.id,
			key: regulations.key,
			number: regulationVersions.number,
			publishedAt: regulationVersions.publishedAt,
			inForceFrom: regulationVersions.inForceFrom
		})
		.from(regulationVersions)
		.innerJoin(regulations, eq(regulations.id, regulationVersions.regulationId))
		.where(
			and(isNotNull(regulationVersions.publishedAt), key === undefined ? undefined : eq(regulations.key, key))
		);
	return rows.flatMap(({ publishedAt, inForceFrom, ...head }) =>
		publishedAt && inForceFrom ? [{ ...head, publishedAt, inForceFrom }] : []
	);
}

const published = {
	id: regulationVersions.id,
	regulationId: regulations.id,
	regionId: regulations.regionId,
	document: regulationVersions.document,
	completions: regulationVersions.completions,
	inForceFrom: sql<string>`${regulationVersions.inForceFrom}`
};

export type PublishedVersion = Awaited<ReturnType<typeof publishedByIds>>[number];

export function publishedByIds(db: Queryable, ids: string[]) {
	return db
		.select(published)
		.from(regulationVersions)
		.innerJoin(regulations, eq(regulations.id, regulationVersions.regulationId))
		.where(and(inArray(regulationVersions.id, ids), isNotNull(regulationVersions.publishedAt)));
}

/** Published versions of a regulation, newest first. */
export function publishedVersions(db: Queryable, key: string): Promise<PublishedVersion[]> {
	return db
		.select(published)
		.from(regulationVersions)
		.innerJoin(regulations, eq(regulations.id, regulationVersions.regulationId))
		.where(and(eq(regulations.key, key), isNotNull(regulationVersions.publishedAt)))
		.orderBy(desc(regulationVersions.inForceFrom));
}

/** What people gave by hand in published versions that came after each of these, oldest first. */
export async function completionsAfter(
	db: Queryable,
	ids: string[]
): Promise<ReadonlyMap<string, Completion[]>> {
	const later = alias(regulationVersions, 'later');
	const rows = await db
		.select({ id: regulationVersions.id, completions: later.completions })
		.from(regulationVersions)
		.innerJoin(later, eq(later.regulationId, regulationVersions.regulationId))
		.where(
			and(
				inArray(regulationVersions.id, ids),
				isNotNull(later.publishedAt),
				gt(later.number, regulationVersions.number)
			)
		)
		.orderBy(asc(later.number));
	const after = Map.groupBy(rows, ({ id }) => id);
	return new Map([...after].map(([id, given]) => [id, given.flatMap(({ completions }) => completions)]));
}

/** What these versions say, by their ids. */
export async function textsOf(db: Queryable, ids: string[]) {
	const rows = await db
		.select({
			id: regulationVersions.id,
			document: regulationVersions.document,
			completions: regulationVersions.completions
		})
		.from(regulationVersions)
		.where(inArray(regulationVersions.id, ids));
	return new Map(rows.map(({ id, ...text }) => [id, text]));
}
