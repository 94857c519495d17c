import type { Submission } from '@stazhirovka/contract/tasks';
import type { Database, Tx } from '@stazhirovka/db';
import type { Actor, Ctx } from '../../shell/context.ts';
import { missing } from '../../shell/errors.ts';
import { roomIds } from '../chat/index.ts';
import { seekEnrolment } from '../cohorts/index.ts';
import { loadProgramme } from '../programmes/index.ts';
import { neighbours, submissionPage } from './queries.ts';
import { remarksOf } from './remarks-store.ts';
import { findSubmission, versionsOf } from './store.ts';
import { toSubmission } from './submission-view.ts';

/** The door to a sent task, for the intern's own tutor: what is another tutor's answers like what was never sent. */
export async function enterSubmission(db: Database | Tx, actor: Actor, id: string) {
	const submission = await findSubmission(db, id);
	const enrolment = submission && (await seekEnrolment(db, actor, submission.enrolmentId, 'tutor'));
	return submission && enrolment ? { submission, enrolment } : missing('submission');
}

export async function readSubmission(ctx: Ctx, id: string): Promise<Submission> {
	const { submission, enrolment } = await enterSubmission(ctx.db, ctx.actor, id);
	const [programme, page, versions, remarks, rooms, beside] = await Promise.all([
		loadProgramme(ctx.db, enrolment.programmeVersionId),
		submissionPage(ctx.db, id),
		versionsOf(ctx.db, id),
		remarksOf(ctx.db, id),
		roomIds(ctx.db, { enrolmentId: enrolment.id }),
		neighbours(ctx.db, ctx.actor.personId, submission)
	]);

	const form = programme.forms.get(`task:${submission.taskKey}`) ?? missing('form');
	return toSubmission({
		page: page ?? missing('submission'),
		document: programme.document,
		definition: form.definition,
		versions,
		remarks,
		timeZone: enrolment.timeZone,
		privateRoomId: rooms.privateRoomId,
		beside
	});
}
