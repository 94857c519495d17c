import { changeCohort, listSiteTutors } from '@stazhirovka/contract/cohorts';
import { redirect } from '@sveltejs/kit';
import { refusedPlan } from '#lib/cohorts/server/refused-plan.ts';
import { typedSessions } from '#lib/cohorts/server/typed-sessions.ts';
import { typedLimits } from '#lib/enrolling/server/typed-limits.ts';
import { orError, orFail } from '#lib/server/answer.ts';
import { numberOf } from '#lib/server/form-number.ts';
import { textOf } from '#lib/server/form-text.ts';
import { todayIn } from '#lib/server/today.ts';

export async function load({ locals, parent }) {
	const { cohort } = await parent();
	const tutors = orError(await locals.call(listSiteTutors, {}));
	return { tutors, today: todayIn(cohort.timeZone) };
}

export const actions = {
	async default({ locals, params, request }) {
		const data = await request.formData();
		const typed = {
			title: textOf(data, 'title'),
			startsOn: textOf(data, 'startsOn'),
			endsOn: textOf(data, 'endsOn'),
			capacity: numberOf(data, 'capacity'),
			...typedLimits(data),
			tutorIds: data.getAll('tutor').map(String),
			sessions: typedSessions(data)
		};
		const body = { ...typed, revision: Number(textOf(data, 'revision')) };
		const answer = await locals.call(changeCohort, { params: { id: params.id }, body });
		if (!answer.ok) return orFail(refusedPlan(answer.refusal, typed), { typed });
		redirect(303, `/leader/cohorts/${params.id}?saved`);
	}
};
