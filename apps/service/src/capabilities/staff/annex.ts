import { groupAnnex } from '@stazhirovka/domain/documents';
import type { Ctx } from '../../shell/context.ts';
import { missing } from '../../shell/errors.ts';
import { printPaper, type PrintedFile, type PrintFormat } from '../documents/index.ts';
import { enterInnerSite } from './access.ts';
import { findGroup, groupsOf } from './groups-store.ts';
import { organisationOf } from './queries.ts';

/** The project team as an annex to the order that made it (R67), for whoever has a part in the site. */
export async function printGroup(
	ctx: Pick<Ctx, 'db' | 'actor' | 'now'>,
	id: string,
	order: { number?: string; date?: string },
	format: PrintFormat
): Promise<PrintedFile> {
	const { siteId } = (await findGroup(ctx.db, id)) ?? missing('working_group');
	await enterInnerSite(ctx.db, ctx, siteId, 'working_group');
	const group = (await groupsOf(ctx.db, siteId)).find((one) => one.id === id) ?? missing('working_group');
	const organisation = await organisationOf(ctx.db, siteId);
	const paper = groupAnnex({ ...group, organisation, number: order.number || null, day: order.date || null });
	return printPaper(paper, [paper.title], format);
}
