import type { Tx } from '@stazhirovka/db';
import { progressOf } from '@stazhirovka/domain/tasks';
import type { Ctx } from '../../../shell/context.ts';
import { fail, missing } from '../../../shell/errors.ts';
import { allowUntilCompleted, type EnrolmentFacts } from '../../cohorts/index.ts';
import { stopAtEnd, stopUnlessBegun } from '../../diagnostics/index.ts';
import { findRoute } from '../../learning-routes/index.ts';
import { submissionsOf } from '../../tasks/index.ts';
import { taskOf } from '../doors.ts';
import { openOwnForm, type FormAddress } from '../own-forms.ts';
import { saveDraft, type Sheet } from '../sheet.ts';
import type { FormAnswerRow } from '../store.ts';

export type SaveForm = FormAddress & { revision: number; answer: unknown };

/** Saves the intern's own draft on top of the revision that it was written on: two tabs never overwrite each other. */
export async function saveForm(ctx: Ctx, { revision, answer, ...address }: SaveForm): Promise<FormAnswerRow> {
	return ctx.db.transaction(async (tx) => {
		const { enrolment, ...sheet } = await openOwnForm(tx, ctx.actor, address, 'intern');
		allowUntilCompleted(enrolment);
		const task = taskOf(address.key);
		if (task) await stopAtLockedTask(tx, ctx, enrolment, task);
		if (address.key === 'diagnostic') await stopOutsideAttempt(tx, ctx, sheet);

		return saveDraft(tx, sheet, { revision, answer }, { personId: ctx.actor.personId, at: ctx.now() });
	});
}

/** The diagnosis is written in an attempt and until the end of its time (R123). */
async function stopOutsideAttempt(tx: Tx, ctx: Ctx, sheet: Sheet): Promise<void> {
	await stopUnlessBegun(tx, sheet);
	await stopAtEnd(tx, sheet, ctx.now());
}

/** A task that is not in the route does not exist; one that is still locked cannot be begun (R100). */
async function stopAtLockedTask(
	tx: Tx,
	ctx: Ctx,
	{ id, timeZone }: EnrolmentFacts,
	key: string
): Promise<void> {
	const route = await findRoute(tx, id);
	if (!route) return fail('refused', 'task.locked', { reason: 'task.route_not_agreed' });

	const sent = await submissionsOf(tx, id);
	const agreed = route.state === 'agreed';
	const tasks = progressOf({ agreed, items: route.items }, sent, { now: ctx.now(), timeZone });
	const { state, reason } = tasks.find(({ task }) => task === key) ?? missing('form');
	if (state === 'locked') fail('refused', 'task.locked', { reason: reason?.code });
}
