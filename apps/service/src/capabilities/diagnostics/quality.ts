import type { DiagnosisQuality } from '@stazhirovka/contract/diagnostics';
import { countable, diagnosisQuality, ENOUGH_TO_RELATE, GROUP } from '@stazhirovka/domain/diagnostics';
import type { Ctx } from '../../shell/context.ts';
import { missing } from '../../shell/errors.ts';
import { ledSites } from '../cohorts/index.ts';
import { loadProgramme } from '../programmes/index.ts';
import { sentAnswers, versionAt } from './queries.ts';
import { toFigures } from './quality-view.ts';

/**
 * How good the items of a version's diagnosis are, for those who lead the site of the programme. Only whole groups of
 * five are counted: two looks at the page differ by five people or by none, so nobody's answers can be told (R167).
 */
export async function readQuality(ctx: Pick<Ctx, 'db' | 'actor'>, id: string): Promise<DiagnosisQuality> {
	const version = (await versionAt(ctx.db, id, await ledSites(ctx.db, ctx.actor))) ?? missing('programme');
	const [{ rules, document }, answers] = await Promise.all([
		loadProgramme(ctx.db, id),
		sentAnswers(ctx.db, id)
	]);
	const counted = countable(answers.length);
	const quality = diagnosisQuality(rules.diagnostic, answers.slice(0, counted));

	return {
		version: { ...version, title: document.title },
		sent: answers.length,
		counted,
		threshold: GROUP,
		enough: ENOUGH_TO_RELATE,
		figures: quality && toFigures(quality, document)
	};
}
