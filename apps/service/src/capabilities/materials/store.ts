import type { Database, Tx } from '@stazhirovka/db';
import { files, materialFiles, materials, namesOf, people } from '@stazhirovka/db/schema';
import { and, desc, eq, inArray, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';

type Queryable = Database | Tx;

const captions = alias(files, 'captions');

const row = {
	id: materials.id,
	siteId: materials.siteId,
	kind: materials.kind,
	title: materials.title,
	transcript: materials.transcript,
	addedAt: materials.addedAt,
	putAwayAt: materials.putAwayAt,
	file: { id: files.id, name: files.name, size: files.size, mime: files.mime },
	captions: { id: captions.id, name: captions.name, size: captions.size, mime: captions.mime },
	addedBy: namesOf(people)
};

export type MaterialRow = Awaited<ReturnType<typeof rows>>[number];

/** The newest first. */
function rows(db: Queryable, which: SQL) {
	return db
		.select(row)
		.from(materials)
		.innerJoin(files, eq(files.id, materials.fileId))
		.leftJoin(captions, eq(captions.id, materials.captionsId))
		.leftJoin(people, eq(people.id, materials.addedBy))
		.where(which)
		.orderBy(desc(materials.addedAt), desc(materials.id));
}

/** The bank of a site. */
export function materialsOf(db: Queryable, siteId: string): Promise<MaterialRow[]> {
	return rows(db, eq(materials.siteId, siteId));
}

export async function findMaterial(db: Queryable, id: string): Promise<MaterialRow | undefined> {
	return (await rows(db, eq(materials.id, id)))[0];
}

export async function materialOfFile(db: Queryable, fileId: string): Promise<string | undefined> {
	const [found] = await db.select({ id: materials.id }).from(materials).where(eq(materials.fileId, fileId));
	return found?.id;
}

/** Undefined when the file is a material already. */
export async function insertMaterial(
	tx: Tx,
	values: typeof materials.$inferInsert
): Promise<string | undefined> {
	const [made] = await tx
		.insert(materials)
		.values(values)
		.onConflictDoNothing()
		.returning({ id: materials.id });
	if (made) await keepFile(tx, values.fileId, made.id);
	return made?.id;
}

export async function updateMaterial(
	tx: Tx,
	id: string,
	values: Pick<typeof materials.$inferInsert, 'kind' | 'title' | 'captionsId' | 'transcript'>
): Promise<void> {
	await tx.update(materials).set(values).where(eq(materials.id, id));
	if (values.captionsId) await keepFile(tx, values.captionsId, id);
}

export async function setPutAway(tx: Tx, id: string, putAwayAt: Date | null): Promise<void> {
	await tx.update(materials).set({ putAwayAt }).where(eq(materials.id, id));
}

/** Files of a site by id, with the names of their bytes. */
export function filesOfSite(db: Queryable, siteId: string, ids: string[]) {
	return db
		.select({ id: files.id, mime: files.mime, size: files.size, sha256: files.sha256 })
		.from(files)
		.where(and(eq(files.siteId, siteId), inArray(files.id, ids)));
}

/** Of these files, those that are or were a part of a material of any site. */
export async function keptFiles(db: Queryable, ids: string[]): Promise<string[]> {
	if (ids.length === 0) return [];
	const found = await db
		.select({ id: materialFiles.fileId })
		.from(materialFiles)
		.where(inArray(materialFiles.fileId, ids));
	return found.map(({ id }) => id);
}

function keepFile(tx: Tx, fileId: string, materialId: string) {
	return tx.insert(materialFiles).values({ fileId, materialId }).onConflictDoNothing();
}
