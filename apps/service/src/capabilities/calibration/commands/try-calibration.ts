import type { Tx } from '@stazhirovka/db';
import { areWholeMarks, compareMarks, staffMarks } from '@stazhirovka/domain/calibration';
import type { Ctx } from '../../../shell/context.ts';
import { fail, faulty, missing } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { post } from '../../../shell/mail.ts';
import { enterEnrolment, lockEnrolment, type EnrolmentFacts } from '../../cohorts/index.ts';
import { loadProgramme } from '../../programmes/index.ts';
import { needsTalk } from '../letters.ts';
import { addressed } from '../queries.ts';
import { standingOf } from '../standing.ts';
import * as store from '../store.ts';

type Marks = { id: string; exampleId: string; scores: Record<string, number> };

/** Marks the example whose turn it is; after the last try in vain the tutor is told (R116). Of two at once one counts. */
export async function tryCalibration(ctx: Ctx, { id, exampleId, scores }: Marks): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const intern = await enterEnrolment(tx, ctx.actor, id, 'intern');
		await lockEnrolment(tx, id);
		const { document } = await loadProgramme(tx, intern.programmeVersionId);
		const { criteria } = document.rubric;
		const standing = await standingOf(tx, intern);
		if (standing.state !== 'open' || standing.next !== exampleId) fail('refused', 'calibration.not_now');
		if (!areWholeMarks(criteria, scores)) faulty('calibration.marks_missing', {});

		const example = (await store.findExample(tx, intern, exampleId)) ?? missing('enrolment');
		const staff = staffMarks(criteria, example.answer);
		const { deviation, passed } = compareMarks(criteria, scores, staff.scores);
		const number = (await store.triesOf(tx, [id])).length + 1;
		const triedAt = ctx.now();
		await store.insertTry(tx, {
			...{ enrolmentId: id, number, calibrationWorkId: exampleId, scores },
			...{ deviation: String(deviation), passed, triedAt }
		});
		await record(tx, ctx, 'calibration.tried', { id, cohortId: intern.cohortId }, { deviation, passed });
		if (!passed && standing.left === 1) await tellTutor(tx, ctx, intern);
	});
}

async function tellTutor(tx: Tx, ctx: Ctx, { tutorId, personId, cohortId }: EnrolmentFacts): Promise<void> {
	const tutor = tutorId === null ? undefined : await addressed(tx, tutorId);
	const intern = await addressed(tx, personId);
	if (!tutor || !intern) return;
	const link = `${ctx.origin}/tutor/cohorts/${cohortId}/calibration`;
	await post(tx, needsTalk(tutor, intern, link), ctx.now());
}
