import { recommendationPaper } from '@stazhirovka/domain/results';
import { localDay } from '@stazhirovka/domain/calendar';
import type { Ctx } from '../../../shell/context.ts';
import { printPaper, type PrintedFile, type PrintFormat } from '../../documents/index.ts';
import { enterTold } from './access.ts';
import { readRecommendations } from './recommendations.ts';

/** The table of recommendations as a file (R118). */
export async function printRecommendations(
	ctx: Pick<Ctx, 'db' | 'actor'>,
	id: string,
	format: PrintFormat
): Promise<PrintedFile> {
	const { cohort, programme } = await enterTold(ctx.db, ctx.actor, id);
	const { title, author, rows, sheet } = await readRecommendations(ctx, id);
	const paper = recommendationPaper({
		...{ author, rows, work: title, programme: programme.document.title },
		day: sheet.savedAt && localDay(new Date(sheet.savedAt), cohort.timeZone)
	});
	return printPaper(paper, ['Таблица рекомендаций', title], format);
}
