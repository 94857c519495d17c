import { exampleSheet } from '@stazhirovka/domain/calibration';
import { validate } from '@stazhirovka/domain/forms';
import type { Ctx } from '../../../shell/context.ts';
import { fail, missing } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { lockCohort } from '../../cohorts/index.ts';
import { enterExamples } from '../access.ts';
import { findEarlier } from '../earlier.ts';
import * as store from '../store.ts';

/**
 * Copies the published examples of an earlier version, once, where every criterion is the same. What the sheet of the
 * new version still lacks is left to the staff: such an example comes as a draft. Answers with how many came.
 */
export async function takeExamplesOver(ctx: Ctx, cohortId: string): Promise<number> {
	return ctx.db.transaction(async (tx) => {
		const { cohort, programme } = await enterExamples(tx, ctx.actor, cohortId);
		const { siteId, programmeVersionId } = cohort;
		await lockCohort(tx, cohortId);
		await store.queueForExamples(tx, { siteId, programmeVersionId });
		const earlier = await findEarlier(tx, cohort, programme);
		const own = await store.examplesOf(tx, cohort);
		if (!earlier || own.length) return fail('refused', 'calibration.nothing_to_take');
		const { changed, examples, version } = earlier;
		if (changed.length) fail('refused', 'calibration.criteria_changed', { limit: changed.join(', ') });

		const { definition } = programme.forms.get('final_work') ?? missing('form');
		const sheet = exampleSheet(definition, programme.document.rubric.criteria);
		const at = ctx.now();
		await store.insertExamples(
			tx,
			examples.map(({ answer }) => ({
				...{ siteId, programmeVersionId, answer, madeBy: ctx.actor.personId, savedAt: at, revision: 1 },
				publishedAt: validate(sheet, answer, 'final').length ? null : at
			}))
		);
		const facts = { version, examples: examples.map(({ id }) => id) };
		await record(tx, ctx, 'calibration.examples_taken_over', { id: cohortId, cohortId }, facts);
		return examples.length;
	});
}
