import type { Database, Tx } from '@stazhirovka/db';
import { formDefinitions, programmes, programmeVersions, sites } from '@stazhirovka/db/schema';
import type { FormDefinition } from '@stazhirovka/domain/forms';
import type { ProgrammeDocument, ProgrammeRules } from '@stazhirovka/domain/programmes';
import { and, eq, isNotNull, isNull, max } from 'drizzle-orm';
import { conflict, missing } from '../../shell/errors.ts';

type Queryable = Database | Tx;

export type FrozenProgramme = {
	versionId: string;
	document: ProgrammeDocument;
	rules: ProgrammeRules;
	/** By key, with the id that answers refer to. */
	forms: ReadonlyMap<string, { id: string; definition: FormDefinition }>;
};

export type NewVersion = Omit<typeof programmeVersions.$inferInsert, 'programmeId' | 'number'> & {
	forms: FormDefinition[];
};

/** A published version never changes, so what was read once is true for ever. */
const frozen = new Map<string, FrozenProgramme>();

export async function loadProgramme(db: Queryable, versionId: string): Promise<FrozenProgramme> {
	const known = frozen.get(versionId);
	if (known) return known;

	const [version] = await db.select().from(programmeVersions).where(eq(programmeVersions.id, versionId));
	if (!version) return missing('programme');
	const rows = await db
		.select()
		.from(formDefinitions)
		.where(eq(formDefinitions.programmeVersionId, versionId));
	const forms = new Map(rows.map(({ id, key, definition }) => [key, { id, definition }]));
	const programme = { versionId, document: version.document, rules: version.rules, forms };

	if (version.publishedAt) frozen.set(versionId, programme);
	return programme;
}

export async function findSite(db: Queryable, key: string): Promise<string | undefined> {
	const [site] = await db.select({ id: sites.id }).from(sites).where(eq(sites.key, key));
	return site?.id;
}

/** The programme of this key, made when there is none. Imports of one programme go one after the other. */
export async function lockProgramme(tx: Tx, values: { key: string; siteId: string; createdAt: Date }) {
	await tx.insert(programmes).values(values).onConflictDoNothing();
	const [row] = await tx.select().from(programmes).where(eq(programmes.key, values.key)).for('no key update');
	return row ?? conflict('programme');
}

/** The version that was imported from the same file. */
export async function findVersionBySource(
	tx: Tx,
	programmeId: string,
	sourceHash: string
): Promise<string | undefined> {
	const [row] = await tx
		.select({ id: programmeVersions.id })
		.from(programmeVersions)
		.where(and(eq(programmeVersions.programmeId, programmeId), eq(programmeVersions.sourceHash, sourceHash)));
	return row?.id;
}

/** Puts the draft in the place of the one before it; published versions stay. Answers with the new id. */
export async function replaceDraft(
	tx: Tx,
	programmeId: string,
	{ forms, ...version }: NewVersion
): Promise<string> {
	const own = eq(programmeVersions.programmeId, programmeId);
	await tx.delete(programmeVersions).where(and(own, isNull(programmeVersions.publishedAt)));
	const [last] = await tx
		.select({ number: max(programmeVersions.number) })
		.from(programmeVersions)
		.where(and(own, isNotNull(programmeVersions.publishedAt)));

	const values = { ...version, programmeId, number: (last?.number ?? 0) + 1 };
	const [row] = await tx.insert(programmeVersions).values(values).returning({ id: programmeVersions.id });
	const { id } = row ?? conflict('programme');
	await tx
		.insert(formDefinitions)
		.values(forms.map((definition) => ({ programmeVersionId: id, key: definition.key, definition })));
	return id;
}

/** Whoever moves a version moves it alone. */
export async function lockVersion(tx: Tx, id: string): Promise<void> {
	await tx
		.select({ id: programmeVersions.id })
		.from(programmeVersions)
		.where(eq(programmeVersions.id, id))
		.for('no key update');
}

/** Takes away a version that was not published; false when there is none. */
export async function removeWaiting(tx: Tx, id: string): Promise<boolean> {
	const rows = await tx
		.delete(programmeVersions)
		.where(and(eq(programmeVersions.id, id), isNull(programmeVersions.publishedAt)))
		.returning({ id: programmeVersions.id });
	return rows.length === 1;
}

/** Freezes a draft; false when it is no longer one. */
export async function freeze(
	tx: Tx,
	id: string,
	by: { publishedBy: string; publishedAt: Date }
): Promise<boolean> {
	const rows = await tx
		.update(programmeVersions)
		.set(by)
		.where(and(eq(programmeVersions.id, id), isNull(programmeVersions.publishedAt)))
		.returning({ id: programmeVersions.id });
	return rows.length === 1;
}
