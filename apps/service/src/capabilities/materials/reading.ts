import type { BankMaterial, MaterialBank } from '@stazhirovka/contract/materials';
import type { Ctx } from '../../shell/context.ts';
import { missing } from '../../shell/errors.ts';
import { enterInnerSite, isActive } from '../staff/index.ts';
import { filesInProgrammes } from './queries.ts';
import { findMaterial, materialsOf } from './store.ts';
import { toMaterial } from './view.ts';

type Reader = Pick<Ctx, 'db' | 'actor' | 'now'>;

/** The bank of a site, for those who lead it or work at it. */
export async function readBank(ctx: Reader, siteId: string): Promise<MaterialBank> {
	const site = await enterInnerSite(ctx.db, ctx, siteId);
	if (!site.as.includes('leader') && !site.as.includes('staff')) missing('site');
	const [rows, named, active] = await Promise.all([
		materialsOf(ctx.db, siteId),
		filesInProgrammes(ctx.db, siteId),
		isActive(ctx, site)
	]);
	return {
		site: { id: site.id, title: site.title },
		materials: rows.map((row) => toMaterial(row, named)),
		can: { add: active }
	};
}

/** One material, for whoever was let into the bank before. */
export async function readMaterial({ db }: Pick<Ctx, 'db'>, id: string): Promise<BankMaterial> {
	const row = (await findMaterial(db, id)) ?? missing('material');
	return toMaterial(row, await filesInProgrammes(db, row.siteId));
}
