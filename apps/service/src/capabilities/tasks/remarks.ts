import type { Database, Tx } from '@stazhirovka/db';
import type { Ctx } from '../../shell/context.ts';
import { fail, missing } from '../../shell/errors.ts';
import { loadProgramme } from '../programmes/index.ts';
import { insertRemark } from './remarks-store.ts';
import { findSubmission, versionsOf } from './store.ts';
import { enterSubmission } from './submission.ts';

type Asking = Pick<Ctx, 'actor' | 'now'>;
type Said = { id: string; version: number; text: string; roomId: string; message: number };

/** Keeps what the intern's tutor said in a room as a remark on a version of the submission; the same message once. */
export async function addRemark(tx: Tx, { actor, now }: Asking, { id, version, ...said }: Said) {
	const { submission, enrolment } = await enterSubmission(tx, actor, id);
	if (said.text === '') fail('refused', 'message.empty');
	const sent = (await versionsOf(tx, id)).find(({ number }) => number === version) ?? missing('submission');
	const remark = { ...said, versionId: sent.id, authorId: actor.personId, at: now() };
	const made = (await insertRemark(tx, remark)) ?? fail('refused', 'action.no_change');

	const { document } = await loadProgramme(tx, enrolment.programmeVersionId);
	const task = document.tasks.find(({ key }) => key === submission.taskKey);
	return { id: made, submissionId: id, version, title: task?.title ?? submission.taskKey };
}

/** Whose work one sending of a task is, and of which task; undefined when there is no such sending. */
export async function findSending(db: Database | Tx, { id, version }: { id: string; version: number }) {
	const submission = await findSubmission(db, id);
	const sent = submission && (await versionsOf(db, id)).some(({ number }) => number === version);
	return sent ? { enrolmentId: submission.enrolmentId, taskKey: submission.taskKey } : undefined;
}
