import type { DiagnosisQuality } from '@stazhirovka/contract/diagnostics';
import {
	countedIn,
	deficitCard,
	diagnosisQuality,
	ENOUGH_TO_RELATE,
	GROUP
} from '@stazhirovka/domain/diagnostics';
import type { Ctx } from '../../shell/context.ts';
import { missing } from '../../shell/errors.ts';
import { ledSites } from '../cohorts/index.ts';
import { loadProgramme } from '../programmes/index.ts';
import { cohortsOf, sentAnswers, versionAt } from './queries.ts';
import { toFigures } from './quality-view.ts';

/**
 * How good the items of a version's diagnosis are, for those who lead the site of the programme: over all its cohorts
 * or in one. Only whole groups of five of a cohort are counted: two looks at the page, or at two of its cohorts, differ
 * by five people or by none, so nobody's answers can be told (R167). Sheets that gave no card are not counted.
 */
export async function readQuality(
	ctx: Pick<Ctx, 'db' | 'actor'>,
	{ id, cohort = null }: { id: string; cohort?: string | null }
): Promise<DiagnosisQuality> {
	const sites = await ledSites(ctx.db, ctx.actor);
	const version = (await versionAt(ctx.db, id, sites)) ?? missing('programme');
	const [{ rules, document }, all, cohorts] = await Promise.all([
		loadProgramme(ctx.db, id),
		sentAnswers(ctx.db, id),
		cohortsOf(ctx.db, id, sites)
	]);
	if (cohort !== null && !cohorts.some((one) => one.id === cohort)) missing('cohort');
	const whole = all.filter(({ answer }) => deficitCard(rules.diagnostic, answer).built);
	const within = (one: string | null) => whole.filter((sent) => one === null || sent.cohort === one);
	const answers = countedIn(within(cohort)).map(({ answer }) => answer);
	const quality = diagnosisQuality(rules.diagnostic, answers);

	return {
		version: { ...version, title: document.title },
		cohorts: cohorts.map((one) => ({ ...one, counted: countedIn(within(one.id)).length })),
		cohort,
		sent: within(cohort).length,
		counted: answers.length,
		threshold: GROUP,
		enough: ENOUGH_TO_RELATE,
		figures: quality && toFigures(quality, { document, rules: rules.diagnostic, answers })
	};
}
