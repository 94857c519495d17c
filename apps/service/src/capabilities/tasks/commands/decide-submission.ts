import type { Tx } from '@stazhirovka/db';
import type { ProgrammeTask } from '@stazhirovka/domain/programmes';
import { decideTask, type TaskAction } from '@stazhirovka/domain/tasks';
import type { Ctx } from '../../../shell/context.ts';
import { conflict, missing, settle } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { post } from '../../../shell/mail.ts';
import { reopen, sheetOf } from '../../forms/index.ts';
import { loadProgramme } from '../../programmes/index.ts';
import { accepted, returned } from '../letters.ts';
import { findAddressee } from '../queries.ts';
import * as store from '../store.ts';
import { enterSubmission } from '../submission.ts';
import { WHOLE } from '../whole.ts';

export type Decision = {
	id: string;
	version: number;
	decision: 'accepted' | 'returned';
	remark: string | null;
};

/**
 * The tutor accepts the version that was read, or returns it with a remark; then the sheet is open for correction
 * (R106). A version that is not the newest any more is refused: nobody decides on what nobody has read.
 */
export async function decideSubmission(ctx: Ctx, { decision, ...input }: Decision): Promise<void> {
	const remark = input.remark || null;

	await ctx.db.transaction(async (tx) => {
		const { enrolment } = await enterSubmission(tx, ctx.actor, input.id);
		const { cohortId, id: enrolmentId } = enrolment;
		const { id, taskKey, state } = await store.lockSubmission(tx, input.id);
		const newest = (await store.versionsOf(tx, id)).at(-1) ?? missing('submission');
		if (newest.number !== input.version) conflict('submission', { version: newest.number });

		const programme = await loadProgramme(tx, enrolment.programmeVersionId);
		const task = programme.document.tasks.find(({ key }) => key === taskKey) ?? missing('task');
		const action: TaskAction =
			decision === 'accepted' ? { type: 'accept' } : { type: 'return', remark: remark ?? '' };
		settle(decideTask({ state, tryoutRequired: task.tryout_required, ...WHOLE }, action));

		await store.decide(tx, newest, { decision, remark, at: ctx.now(), by: ctx.actor.personId });
		if (decision === 'returned') {
			await reopen(tx, sheetOf(programme, `task:${taskKey}`, { cohortId, enrolmentId }));
		}
		const data = { task: taskKey, version: newest.number, remark };
		await record(tx, ctx, `task.${decision}`, { id, cohortId }, data);
		await writeToIntern(tx, ctx, enrolmentId, task, { decision, remark });
	});
}

async function writeToIntern(
	tx: Tx,
	ctx: Ctx,
	enrolmentId: string,
	{ key, title }: ProgrammeTask,
	{ decision, remark }: Pick<Decision, 'decision' | 'remark'>
): Promise<void> {
	const intern = (await findAddressee(tx, enrolmentId)) ?? missing('enrolment');
	const link = `${ctx.origin}/my/${enrolmentId}/tasks/${key}`;
	const facts = { ...intern, title, remark };

	await post(tx, decision === 'accepted' ? accepted(facts, link) : returned(facts, link), ctx.now());
}
