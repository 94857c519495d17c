import { getAdmission, setAdmission } from '@stazhirovka/contract/cohorts';
import { redirect } from '@sveltejs/kit';
import { orError, orFail } from '#lib/server/answer.ts';
import { numberOf } from '#lib/server/form-number.ts';
import { textOf } from '#lib/server/form-text.ts';

export async function load({ locals, params }) {
	return { admission: orError(await locals.call(getAdmission, { params })) };
}

export const actions = {
	async default({ locals, params, request }) {
		const data = await request.formData();
		const typed = {
			capacity: numberOf(data, 'capacity'),
			enrolmentOpen: data.has('enrolmentOpen'),
			asksHead: data.has('asksHead'),
			priorityGroups: textOf(data, 'priorityGroups')
				.split('\n')
				.map((line) => line.trim())
				.filter(Boolean)
		};
		const body = { ...typed, revision: Number(textOf(data, 'revision')) };
		const answer = await locals.call(setAdmission, { params, body });
		if (!answer.ok) return orFail(answer.refusal, { typed });
		redirect(303, `/leader/cohorts/${params.id}/enrolments?done=settings`);
	}
};
