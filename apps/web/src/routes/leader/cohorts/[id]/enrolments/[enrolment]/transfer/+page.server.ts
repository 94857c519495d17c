import { getAdmission, transferEnrolment } from '@stazhirovka/contract/cohorts';
import { error, redirect } from '@sveltejs/kit';
import { orError, orFail } from '#lib/server/answer.ts';
import { textOf } from '#lib/server/form-text.ts';

export async function load({ locals, params }) {
	const admission = orError(await locals.call(getAdmission, { params: { id: params.id } }));
	const person = admission.people.find(({ id }) => id === params.enrolment);
	if (!person) error(404, { message: 'enrolment.missing', code: 'enrolment.missing' });
	return { person, cohorts: admission.transferTo };
}

export const actions = {
	async default({ locals, params, request }) {
		const data = await request.formData();
		const typed = { cohortId: textOf(data, 'cohortId'), reason: textOf(data, 'reason') };
		const answer = await locals.call(transferEnrolment, { params: { id: params.enrolment }, body: typed });
		if (!answer.ok) return orFail(answer.refusal, { typed });
		redirect(303, `/leader/cohorts/${params.id}/enrolments?done=transferred`);
	}
};
