import type { ProgrammeVersion } from '@stazhirovka/contract/programmes';
import type { ProgrammeDocument } from '@stazhirovka/domain/programmes';
import type { Ctx } from '../../shell/context.ts';
import { missing } from '../../shell/errors.ts';
import { ledSites } from '../cohorts/index.ts';
import { approvalsOf, approvalsOfAll } from './approvals-store.ts';
import { findVersion, versionsOf } from './queries.ts';
import { stepsAt } from './steps.ts';
import { loadProgramme } from './store.ts';
import { toVersion } from './view.ts';

type Reader = Pick<Ctx, 'db' | 'actor' | 'now'>;

export async function listVersions(reader: Reader): Promise<ProgrammeVersion[]> {
	const { db, actor } = reader;
	const versions = await versionsOf(db, await ledSites(db, actor));
	const approvals = await approvalsOfAll(
		db,
		versions.map(({ id }) => id)
	);
	const bySite = Map.groupBy(versions, ({ siteId }) => siteId);
	const steps = new Map<string, Awaited<ReturnType<typeof stepsAt>>>();
	for (const [siteId, [first]] of bySite) if (first) steps.set(siteId, await stepsAt(db, reader, first));
	return versions.map((version) =>
		toVersion(version, {
			steps: steps.get(version.siteId) ?? [],
			approvals: approvals.get(version.id) ?? [],
			grants: actor.grants
		})
	);
}

/** A version of a site that the reader does not lead does not exist. */
export async function readVersion(reader: Reader, id: string): Promise<ProgrammeVersion> {
	const { db, actor } = reader;
	const version = (await findVersion(db, id, await ledSites(db, actor))) ?? missing('programme');
	const [steps, approvals] = [await stepsAt(db, reader, version), await approvalsOf(db, id)];
	return toVersion(version, { steps, approvals, grants: actor.grants });
}

/** The same with the document, equal by value to what was imported. */
export async function readDocument(
	reader: Reader,
	id: string
): Promise<ProgrammeVersion & { document: ProgrammeDocument }> {
	const version = await readVersion(reader, id);
	return { ...version, document: (await loadProgramme(reader.db, id)).document };
}
