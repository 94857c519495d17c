import { groupAnnex } from '@stazhirovka/domain/documents';
import type { Ctx } from '../../shell/context.ts';
import { fail, missing } from '../../shell/errors.ts';
import { fileName, renderPdf, renderWord, UnprintableText } from '../documents/index.ts';
import { enterInnerSite } from './access.ts';
import { findGroup, groupsOf } from './groups-store.ts';
import { organisationOf } from './queries.ts';

const PRINT = {
	pdf: { mime: 'application/pdf', render: renderPdf },
	docx: {
		mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
		render: renderWord
	}
} as const;

/** The project team as an annex to the order that made it (R67), for whoever has a part in the site. */
export async function printGroup(
	ctx: Pick<Ctx, 'db' | 'actor' | 'now'>,
	id: string,
	order: { number?: string; date?: string },
	format: keyof typeof PRINT
) {
	const { siteId } = (await findGroup(ctx.db, id)) ?? missing('working_group');
	await enterInnerSite(ctx.db, ctx, siteId, 'working_group');
	const group = (await groupsOf(ctx.db, siteId)).find((one) => one.id === id) ?? missing('working_group');
	const organisation = await organisationOf(ctx.db, siteId);
	const { mime, render } = PRINT[format];
	const paper = groupAnnex({ ...group, organisation, number: order.number || null, day: order.date || null });
	const bytes = await render(paper).catch((error: unknown) => {
		if (!(error instanceof UnprintableText)) throw error;
		return fail('refused', 'document.unprintable', { characters: error.characters });
	});
	return { name: fileName([paper.title], format), mime, bytes };
}
