import type { Task } from '@stazhirovka/contract/tasks';
import { progressOf } from '@stazhirovka/domain/tasks';
import type { Ctx } from '../../shell/context.ts';
import { missing } from '../../shell/errors.ts';
import { roomIds } from '../chat/index.ts';
import { enterEnrolment } from '../cohorts/index.ts';
import { readSheet, sheetOf } from '../forms/index.ts';
import { findRoute } from '../learning-routes/index.ts';
import { loadProgramme } from '../programmes/index.ts';
import { remarksOf } from './remarks-store.ts';
import { submissionsOf, versionsOf } from './store.ts';
import { toTask } from './task-view.ts';

/** A task of the intern's own route with its draft; drafts are nobody else's. */
export async function readTask(ctx: Ctx, enrolmentId: string, key: string): Promise<Task> {
	const enrolment = await enterEnrolment(ctx.db, ctx.actor, enrolmentId, 'intern');
	const [programme, route, sent, rooms] = await Promise.all([
		loadProgramme(ctx.db, enrolment.programmeVersionId),
		findRoute(ctx.db, enrolment.id),
		submissionsOf(ctx.db, enrolment.id),
		roomIds(ctx.db, { enrolmentId: enrolment.id })
	]);
	const task = programme.document.tasks.find((candidate) => candidate.key === key);
	if (!route || !task) return missing('task');

	const agreed = route.state === 'agreed';
	const clock = { now: ctx.now(), timeZone: enrolment.timeZone };
	const all = progressOf({ agreed, items: route.items }, sent, clock);
	const progress = all.find((item) => item.task === key) ?? missing('task');
	const writable = progress.state === 'open' || progress.state === 'returned';

	const sheet = sheetOf(programme, `task:${key}`, {
		cohortId: enrolment.cohortId,
		enrolmentId: enrolment.id
	});
	const submission = sent.find((candidate) => candidate.task === key);
	const [read, versions, remarks] = await Promise.all([
		readSheet(ctx.db, sheet, { save: writable, submit: writable }),
		submission ? versionsOf(ctx.db, submission.id) : [],
		submission ? remarksOf(ctx.db, submission.id) : []
	]);
	return toTask({
		task,
		document: programme.document,
		progress,
		of: all.length,
		sheet: read,
		versions,
		remarks,
		privateRoomId: rooms.privateRoomId
	});
}
