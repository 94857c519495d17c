import type { Tx } from '@stazhirovka/db';
import { fullName } from '@stazhirovka/domain/certificates';
import type { Ctx } from '../../../shell/context.ts';
import { conflict, fail, faulty, missing } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { post } from '../../../shell/mail.ts';
import {
	allowUntilCompleted,
	enterEnrolment,
	findCohortFacts,
	giveTutor,
	letterFactsOf,
	lockCohort,
	lockEnrolment
} from '../../cohorts/index.ts';
import * as letters from '../letters.ts';
import { addresseeOf } from '../queries.ts';

type Change = { id: string; tutorId: string; instead: string | null };

/**
 * Gives an intern to another tutor of the cohort (R75). For the leader, who names the tutor that was seen: when
 * somebody has changed it meanwhile, the second is told. The thread goes along; both people have a letter.
 */
export async function changeTutor(ctx: Ctx, { id, tutorId, instead }: Change): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const entered = await enterEnrolment(tx, ctx.actor, id, 'leader');
		const cohort = await lockCohort(tx, entered.cohortId);
		const enrolment = (await lockEnrolment(tx, id)) ?? missing('enrolment');
		allowUntilCompleted(enrolment);
		if (enrolment.state !== 'confirmed') conflict('enrolment_tutor');
		const { cohortTutorIds } = (await findCohortFacts(tx, cohort.id)) ?? missing('cohort');
		if (!cohortTutorIds.includes(tutorId)) faulty('enrolment.tutor_unknown', { field: 'tutorId' });
		if (enrolment.tutorId !== instead) conflict('enrolment_tutor');
		if (enrolment.tutorId === tutorId) fail('refused', 'enrolment.same_tutor');

		await giveTutor(tx, cohort, { ...enrolment, tutorId });
		await tell(tx, ctx, id, tutorId);
		await record(tx, ctx, 'enrolment.tutor_changed', { id, cohortId: cohort.id }, { tutorId, instead });
	});
}

async function tell(tx: Tx, ctx: Ctx, id: string, tutorId: string): Promise<void> {
	const intern = (await letterFactsOf(tx, id)) ?? missing('enrolment');
	const tutor = (await addresseeOf(tx, tutorId)) ?? missing('enrolment');
	const { programme } = intern;
	const toIntern = { programme, tutor: fullName(tutor), link: `${ctx.origin}/my/${id}` };
	const toTutor = { programme, intern: fullName(intern), link: `${ctx.origin}/tutor/interns/${id}` };
	await post(tx, letters.newTutor(intern, toIntern), ctx.now());
	await post(tx, letters.newIntern(tutor, toTutor), ctx.now());
}
