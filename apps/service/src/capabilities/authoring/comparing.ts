import type { ProgrammeDifference } from '@stazhirovka/contract/authoring';
import { difference, partOf } from '@stazhirovka/domain/authoring';
import type { Ctx } from '../../shell/context.ts';
import { missing } from '../../shell/errors.ts';
import { ledSites } from '../cohorts/index.ts';
import { loadProgramme } from '../programmes/index.ts';
import { enterDraft } from './access.ts';
import { documentOf } from './document.ts';
import { partsOf } from './draft-store.ts';
import { lastPublished, versionHead } from './queries.ts';

type Reader = Pick<Ctx, 'db' | 'actor' | 'now'>;
type Before = { id: string; number: number } | undefined;

/** What a draft changes in the version that it continues. */
export async function compareDraft(ctx: Reader, id: string): Promise<ProgrammeDifference> {
	const { draft } = await enterDraft(ctx.db, ctx, id);
	const before = draft.basedOnId ? await versionHead(ctx.db, draft.basedOnId) : undefined;
	return compared(ctx, before, documentOf(await partsOf(ctx.db, id)));
}

/** What a version changes in the one that was published before it. */
export async function compareVersion(ctx: Reader, id: string): Promise<ProgrammeDifference> {
	const version = (await versionHead(ctx.db, id)) ?? missing('programme');
	if (!(await ledSites(ctx.db, ctx.actor)).includes(version.siteId)) missing('programme');
	const before = await lastPublished(ctx.db, version.programmeId, version.number);
	return compared(ctx, before, (await loadProgramme(ctx.db, id)).document);
}

async function compared({ db }: Reader, before: Before, after: object): Promise<ProgrammeDifference> {
	if (!before) return { with: null, changes: [] };
	const { document } = await loadProgramme(db, before.id);
	const changes = difference(document, after).filter(({ place }) => place !== 'version');
	return {
		with: { id: before.id, number: before.number },
		changes: changes.map((change) => ({
			...change,
			part: partOf(change.place)
		})) as ProgrammeDifference['changes']
	};
}
