import type { FormSheet } from '@stazhirovka/contract/forms';
import type { Ctx } from '../../shell/context.ts';
import { missing } from '../../shell/errors.ts';
import { enterCohort } from '../cohorts/index.ts';
import { loadProgramme } from '../programmes/index.ts';
import { GROUP_CARDS } from './doors.ts';
import { readSheet, saveDraft, sheetOf, type Sheet } from './sheet.ts';
import type { FormAnswerRow } from './store.ts';

type Draft = { revision: number; answer: unknown };
export type GroupAddress = { id: string; key: string; occasion?: string };

/** The card that the group fills together with its tutors in the discussion (R84). */
async function openGroupForm(
	{ db, actor }: Pick<Ctx, 'db' | 'actor'>,
	address: GroupAddress
): Promise<Sheet> {
	const cohort = await enterCohort(db, actor, address.id, 'intern', 'tutor');
	if (!GROUP_CARDS.includes(address.key) || address.occasion) return missing('form');

	const programme = await loadProgramme(db, cohort.programmeVersionId);
	return sheetOf(programme, address.key, { cohortId: cohort.cohortId, enrolmentId: null });
}

export async function readGroupForm(ctx: Ctx, address: GroupAddress): Promise<FormSheet> {
	return readSheet(ctx.db, await openGroupForm(ctx, address), { save: true, submit: false });
}

/** Several people type at once: whoever saves on an older revision is shown what is stored now. */
export async function saveGroupForm(
	ctx: Ctx,
	{ revision, answer, ...address }: GroupAddress & Draft
): Promise<FormAnswerRow> {
	const sheet = await openGroupForm(ctx, address);
	return saveDraft(ctx.db, sheet, { revision, answer }, { personId: ctx.actor.personId, at: ctx.now() });
}
