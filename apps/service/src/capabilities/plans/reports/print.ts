import { shortName } from '@stazhirovka/domain/certificates';
import { isWritable, reportPaper } from '@stazhirovka/domain/plans';
import type { Ctx } from '../../../shell/context.ts';
import { peopleNames } from '../../accounts/index.ts';
import { printPaper, type PrintedFile, type PrintFormat } from '../../documents/index.ts';
import { enterReport } from './access.ts';
import { shortTitleOf } from './queries.ts';

/** A report as a paper (R160): of a draft with lines to fill, of what was handed in as it is. */
export async function printReport(
	ctx: Pick<Ctx, 'db' | 'actor' | 'now'>,
	id: string,
	format: PrintFormat
): Promise<PrintedFile> {
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
	return printPaper(paper, ['Отчёт', site.title], format);
}
