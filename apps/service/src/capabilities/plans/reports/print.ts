import { shortName } from '@stazhirovka/domain/certificates';
import { isWritable, reportPaper } from '@stazhirovka/domain/plans';
import type { Ctx } from '../../../shell/context.ts';
import { peopleNames } from '../../accounts/index.ts';
import { fail } from '../../../shell/errors.ts';
import { fileName, renderPdf, renderWord, UnprintableText } from '../../documents/index.ts';
import { enterReport } from './access.ts';
import { shortTitleOf } from './queries.ts';

const PRINT = {
	pdf: { mime: 'application/pdf', render: renderPdf },
	docx: {
		mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
		render: renderWord
	}
} as const;

/** A report as a paper (R160): of a draft with lines to fill, of what was handed in as it is. */
export async function printReport(
	ctx: Pick<Ctx, 'db' | 'actor' | 'now'>,
	id: string,
	format: keyof typeof PRINT
): Promise<{ name: string; mime: string; bytes: Buffer }> {
	const { report, site, profile, definition } = await enterReport(ctx.db, ctx, id);
	const { answer, subject, fromDay: from, toDay: to, submittedBy } = report;
	const [organisation, names] = await Promise.all([
		shortTitleOf(ctx.db, site.organisationId),
		peopleNames(ctx.db, [submittedBy])
	]);
	const name = submittedBy === null ? undefined : names.get(submittedBy);
	const paper = reportPaper(profile, {
		...{ definition, answer, subject, organisation, site: site.title },
		coverage: from !== null && to !== null ? { from, to } : null,
		leader: isWritable(report.state) || !name ? null : shortName(name)
	});
	const { mime, render } = PRINT[format];
	const bytes = await render(paper).catch((error: unknown) => {
		if (!(error instanceof UnprintableText)) throw error;
		return fail('refused', 'document.unprintable', { characters: error.characters });
	});
	return { name: fileName(['Отчёт', site.title], format), mime, bytes };
}
