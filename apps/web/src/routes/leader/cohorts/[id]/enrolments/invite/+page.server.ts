import { invitePerson } from '@stazhirovka/contract/cohorts';
import { usualHold } from '@stazhirovka/domain/cohorts';
import { redirect } from '@sveltejs/kit';
import { orFail } from '#lib/server/answer.ts';
import { textOf, textOrNull } from '#lib/server/form-text.ts';
import { todayIn } from '#lib/server/today.ts';

export async function load({ parent }) {
	const { cohort } = await parent();
	return { heldUntil: usualHold(todayIn(cohort.timeZone), cohort.endsOn) };
}

export const actions = {
	async default({ locals, params, request }) {
		const data = await request.formData();
		const of = (name: string) => textOf(data, name);
		const typed = {
			...{ email: of('email'), surname: of('surname'), givenName: of('givenName') },
			patronymic: textOrNull(data, 'patronymic'),
			position: textOrNull(data, 'position'),
			heldUntil: of('heldUntil'),
			audienceReason: textOrNull(data, 'audienceReason')
		};
		const answer = await locals.call(invitePerson, { params, body: typed });
		if (!answer.ok) return orFail(answer.refusal, { typed });
		redirect(303, `/leader/cohorts/${params.id}/enrolments?done=invited`);
	}
};
