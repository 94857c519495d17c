import { mended, type CohortValues } from '@stazhirovka/domain/register';
import type { Ctx } from '../../../shell/context.ts';
import { faulty } from '../../../shell/errors.ts';
import { enterCohort } from '../../cohorts/index.ts';
import { keepCohortValues, newestTemplate } from '../file-store.ts';

/** What all rows of the cohort say alike: words of the template's lists where it has one. */
export async function saveValues(ctx: Ctx, cohortId: string, typed: CohortValues): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const { siteId } = await enterCohort(tx, ctx.actor, cohortId, 'leader');
		const allowed = (await newestTemplate(tx, siteId))?.allowed ?? {};
		const values: CohortValues = {};
		for (const [key, value] of Object.entries(typed)) {
			const letter = key as keyof CohortValues;
			const list = allowed[letter];
			if (list && value !== '' && !list.includes(value))
				faulty('register.not_listed', { field: `values.${letter}` });
			values[letter] = list ? value : mended(value);
		}
		await keepCohortValues(tx, { cohortId, values, savedBy: ctx.actor.personId, savedAt: ctx.now() });
	});
}
