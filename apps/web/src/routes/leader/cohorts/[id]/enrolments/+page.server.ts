import { decideEnrolment, listCohortEnrolments } from '@stazhirovka/contract/cohorts';
import { orError, orFail } from '#lib/server/answer.ts';
import { textOf, textOrNull } from '#lib/server/form-text.ts';

export async function load({ locals, params }) {
	return { people: orError(await locals.call(listCohortEnrolments, { params })) };
}

export const actions = {
	async confirm({ locals, request }) {
		const data = await request.formData();
		const body = { decision: 'confirm' as const, tutorId: textOrNull(data, 'tutor') };
		const answer = await locals.call(decideEnrolment, { params: { id: textOf(data, 'id') }, body });
		if (!answer.ok) return orFail(answer.refusal, { declined: undefined });
	},

	async decline({ locals, request }) {
		const data = await request.formData();
		const declined = { id: textOf(data, 'id'), reason: textOf(data, 'reason') };
		const body = { decision: 'decline' as const, reason: declined.reason };
		const answer = await locals.call(decideEnrolment, { params: { id: declined.id }, body });
		if (!answer.ok) return orFail(answer.refusal, { declined });
	}
};
