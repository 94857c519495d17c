import { decideShowing, roundState } from '@stazhirovka/domain/draft-rounds';
import { titleOf } from '@stazhirovka/domain/final-works';
import type { Answer } from '@stazhirovka/domain/forms';
import type { Ctx } from '../../../shell/context.ts';
import { fail, settle } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { enterEnrolment, lockCohort } from '../../cohorts/index.ts';
import { guardPrivacy, readSheet, sheetOf } from '../../forms/index.ts';
import { loadProgramme } from '../../programmes/index.ts';
import { isBare } from '../bare.ts';
import { giveDrafts } from '../giving.ts';
import { isPublished } from '../queries.ts';
import * as store from '../store.ts';

type Showing = { id: string; confirmedPrivacy: boolean };

/** Shows the sheet as it was saved last: a copy with its files that never changes, to two authors. */
export async function showDraft(ctx: Ctx, { id, confirmedPrivacy }: Showing): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const enrolment = await enterEnrolment(tx, ctx.actor, id, 'intern');
		const { cohortId } = enrolment;
		await lockCohort(tx, cohortId);
		const programme = await loadProgramme(tx, enrolment.programmeVersionId);
		const sheet = sheetOf(programme, 'final_work', { cohortId, enrolmentId: id });
		const round = await store.findRound(tx, cohortId);
		const answer = (await readSheet(tx, sheet, { save: false, submit: false })).answer as Answer;
		const now = ctx.now();
		settle(
			decideShowing({
				state: roundState(round, now),
				published: await isPublished(tx, id),
				shown: (await store.findDraftOf(tx, id)) !== undefined,
				empty: isBare(answer)
			})
		);
		if (!round) return fail('refused', 'draft_round.closed');
		guardPrivacy(sheet.definition, answer, confirmedPrivacy);

		const title = titleOf(sheet.definition, answer);
		const draft = await store.insertDraft(tx, { cohortId, enrolmentId: id, title, answer, shownAt: now });
		await record(tx, ctx, 'draft.shown', { id: draft, cohortId }, { title });
		await giveDrafts(tx, ctx, enrolment, round);
	});
}
