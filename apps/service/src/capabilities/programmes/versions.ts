import type { ProgrammeVersion } from '@stazhirovka/contract/programmes';
import type { ProgrammeDocument } from '@stazhirovka/domain/programmes';
import type { Ctx } from '../../shell/context.ts';
import { missing } from '../../shell/errors.ts';
import { ledSites } from '../cohorts/index.ts';
import { findVersion, versionsOf } from './queries.ts';
import { loadProgramme } from './store.ts';
import { toVersion } from './view.ts';

type Reader = Pick<Ctx, 'db' | 'actor'>;

export async function listVersions({ db, actor }: Reader): Promise<ProgrammeVersion[]> {
	return (await versionsOf(db, await ledSites(db, actor))).map(toVersion);
}

/** A version of a site that the reader does not lead does not exist. */
export async function readVersion({ db, actor }: Reader, id: string): Promise<ProgrammeVersion> {
	return toVersion((await findVersion(db, id, await ledSites(db, actor))) ?? missing('programme'));
}

/** The same with the document, equal by value to what was imported. */
export async function readDocument(
	reader: Reader,
	id: string
): Promise<ProgrammeVersion & { document: ProgrammeDocument }> {
	const version = await readVersion(reader, id);
	return { ...version, document: (await loadProgramme(reader.db, id)).document };
}
