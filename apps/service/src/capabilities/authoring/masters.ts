import type { getMasterMerge, listMasters } from '@stazhirovka/contract/authoring';
import type { Output } from '@stazhirovka/contract/endpoint';
import { mergeParts } from '@stazhirovka/domain/authoring';
import type { Ctx } from '../../shell/context.ts';
import { missing } from '../../shell/errors.ts';
import { ledSites } from '../cohorts/index.ts';
import { loadProgramme } from '../programmes/index.ts';
import { enterDraft } from './access.ts';
import { documentOf } from './document.ts';
import { partsOf } from './draft-store.ts';
import { mastersOf, newestMaster, regionsOf, versionHead } from './queries.ts';

type Reader = Pick<Ctx, 'db' | 'actor' | 'now'>;

/** What the regions of the sites that I lead offer to be copied. */
export async function readMasters({ db, actor }: Reader): Promise<Output<typeof listMasters>> {
	const regions = await regionsOf(db, await ledSites(db, actor));
	const rows = await mastersOf(db, regions);
	return rows.map(({ versionId, number, title, hours, site, offeredAt }) => ({
		...{ versionId, number, title, hours, site },
		offeredAt: offeredAt.toISOString()
	}));
}

/** What a newer master and a draft that was copied from an older one did to its parts. */
export async function readMerge(ctx: Reader, id: string): Promise<Output<typeof getMasterMerge>> {
	const { draft } = await enterDraft(ctx.db, ctx, id);
	const copied =
		(draft.masterId && (await versionHead(ctx.db, draft.masterId))) || missing('programme_master');
	const newest = await newestMaster(ctx.db, copied.programmeId);
	if (!newest || newest.number <= copied.number) return { newer: null, parts: [] };

	const [base, theirs] = [await documentAt(ctx, copied.id), await documentAt(ctx, newest.id)];
	const saved = await partsOf(ctx.db, id);
	const mine = documentOf(saved);
	const parts = mergeParts(base, mine, theirs).map((merge) => ({
		...merge,
		mine: mine[merge.part] ?? null,
		theirs: theirs[merge.part] ?? null,
		revision: saved.find(({ part }) => part === merge.part)?.revision ?? 0
	}));
	return { newer: newest, parts: parts as Output<typeof getMasterMerge>['parts'] };
}

async function documentAt({ db }: Reader, versionId: string): Promise<Record<string, unknown>> {
	return { ...(await loadProgramme(db, versionId)).document };
}
