import type { Database, Tx } from '@stazhirovka/db';
import { formDefinitions, programmeVersions } from '@stazhirovka/db/schema';
import type { FormDefinition } from '@stazhirovka/domain/forms';
import type { ProgrammeDocument, ProgrammeRules } from '@stazhirovka/domain/programmes';
import { eq } from 'drizzle-orm';
import { missing } from '../../shell/errors.ts';

type Queryable = Database | Tx;

export type FrozenProgramme = {
	versionId: string;
	document: ProgrammeDocument;
	rules: ProgrammeRules;
	/** By key, with the id that answers refer to. */
	forms: ReadonlyMap<string, { id: string; definition: FormDefinition }>;
};

/** A published version never changes, so what was read once is true for ever. */
const frozen = new Map<string, FrozenProgramme>();

export async function loadProgramme(db: Queryable, versionId: string): Promise<FrozenProgramme> {
	const known = frozen.get(versionId);
	if (known) return known;

	const [version] = await db.select().from(programmeVersions).where(eq(programmeVersions.id, versionId));
	if (!version) return missing('programme');
	const rows = await db.select().from(formDefinitions).where(eq(formDefinitions.programmeVersionId, versionId));
	const forms = new Map(rows.map(({ id, key, definition }) => [key, { id, definition }]));
	const programme = { versionId, document: version.document, rules: version.rules, forms };

	if (version.publishedAt) frozen.set(versionId, programme);
	return programme;
}
