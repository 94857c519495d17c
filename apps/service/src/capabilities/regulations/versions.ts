import type { RegulationContent, RegulationVersion, Understood } from '@stazhirovka/contract/regulations';
import type { Database, Tx } from '@stazhirovka/db';
import { completed, type RegulationProfile } from '@stazhirovka/domain/regulations';
import { understood } from '@stazhirovka/domain/understanding';
import type { Actor, Ctx } from '../../shell/context.ts';
import { fail, missing } from '../../shell/errors.ts';
import { peopleNames } from '../accounts/index.ts';
import { keptRegions } from './access.ts';
import { toContent } from './content-view.ts';
import { findVersion, versionsOf, type VersionFacts } from './queries.ts';
import { lockRegulationById } from './store.ts';
import { toVersions } from './view.ts';

type Reader = Pick<Ctx, 'db' | 'actor'>;

/** The one door to versions: one of a region that the person does not keep does not exist. */
async function enterVersion(db: Database | Tx, actor: Actor, id: string): Promise<VersionFacts> {
	const regions = await keptRegions(db, actor);
	return (await findVersion(db, id, idsOf(regions))) ?? missing('regulation');
}

/** A draft to be changed, as it is once nobody else can change its regulation. */
export async function enterDraft(tx: Tx, actor: Actor, id: string): Promise<VersionFacts> {
	const { regulationId } = await enterVersion(tx, actor, id);
	await lockRegulationById(tx, regulationId);
	const draft = await enterVersion(tx, actor, id);
	return draft.publishedAt === null ? draft : fail('refused', 'regulation.published_already');
}

/** What my regions keep, and the regions themselves. */
export async function listVersions({ db, actor }: Reader) {
	const regions = await keptRegions(db, actor);
	return { regions, versions: await withNames(db, await versionsOf(db, idsOf(regions))) };
}

export async function readVersion({ db, actor }: Reader, id: string): Promise<RegulationVersion> {
	const { regulationId } = await enterVersion(db, actor, id);
	const regions = await keptRegions(db, actor);
	const versions = await withNames(db, await versionsOf(db, idsOf(regions), regulationId));
	return versions.find((version) => version.id === id) ?? missing('regulation');
}

/** The same with what it says: as it is followed, and as it was imported. */
export async function readWhole(
	{ db, actor }: Reader,
	id: string
): Promise<
	RegulationVersion & { content: RegulationContent; understood: Understood[]; document: RegulationProfile }
> {
	const { document, completions } = await enterVersion(db, actor, id);
	const profile = completed(document, completions);
	const whole = { content: toContent(profile), understood: understood(profile), document };
	return { ...(await readVersion({ db, actor }, id)), ...whole };
}

async function withNames(db: Database, rows: VersionFacts[]): Promise<RegulationVersion[]> {
	const authors = rows.flatMap(({ completions }) => completions.map(({ by }) => by));
	return toVersions(rows, await peopleNames(db, authors));
}

function idsOf(regions: { id: string }[]): string[] {
	return regions.map(({ id }) => id);
}
