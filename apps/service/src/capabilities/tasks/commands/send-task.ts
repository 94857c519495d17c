import { localDay } from '@stazhirovka/domain/calendar';
import { decideTask, progressOf } from '@stazhirovka/domain/tasks';
import type { Ctx } from '../../../shell/context.ts';
import { missing, settle } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { enterEnrolment } from '../../cohorts/index.ts';
import { guardPast, guardPrivacy, handIn, isHandedIn, sheetOf } from '../../forms/index.ts';
import { lockRoute } from '../../learning-routes/index.ts';
import { loadProgramme } from '../../programmes/index.ts';
import * as store from '../store.ts';
import { WHOLE } from '../whole.ts';

export type TaskDraft = {
	id: string;
	key: string;
	revision: number;
	answer: Record<string, unknown>;
	confirmedPrivacy: boolean;
};

/**
 * Sends a task with its self-check and self-analysis to the tutor (R100–R102); each sending is kept whole. The same
 * sending again (a double click) is answered like the first. Nobody changes the route meanwhile: it is locked.
 */
export async function sendTask(ctx: Ctx, input: TaskDraft): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const enrolment = await enterEnrolment(tx, ctx.actor, input.id, 'intern');
		const { cohortId, timeZone } = enrolment;
		const route = (await lockRoute(tx, enrolment.id)) ?? missing('task');
		const sent = await store.submissionsOf(tx, enrolment.id);
		const progress = progressOf({ agreed: route.state === 'agreed', items: route.items }, sent, {
			now: ctx.now(),
			timeZone
		});
		const { state } = progress.find(({ task }) => task === input.key) ?? missing('task');

		const programme = await loadProgramme(tx, enrolment.programmeVersionId);
		const sheet = sheetOf(programme, `task:${input.key}`, { cohortId, enrolmentId: enrolment.id });
		if (await isHandedIn(tx, sheet, input.answer)) return;

		settle(decideTask({ state, tryoutRequired: true, ...WHOLE }, { type: 'send' }));
		const { answer } = await handIn(tx, sheet, input, { personId: ctx.actor.personId, at: ctx.now() });
		guardPast(sheet.definition, answer, localDay(ctx.now(), timeZone));
		guardPrivacy(sheet.definition, answer, input.confirmedPrivacy);

		const sending = { enrolmentId: enrolment.id, taskKey: input.key, answer, sentAt: ctx.now() };
		const { id, version } = await store.insertSending(tx, sending);
		await record(tx, ctx, 'task.sent', { id, cohortId }, { task: input.key, version });
	});
}
