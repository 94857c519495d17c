import {
	addExample,
	admitToReviews,
	getCalibration,
	takeExamplesOver
} from '@stazhirovka/contract/calibration';
import { getCohort } from '@stazhirovka/contract/cohorts';
import { redirect } from '@sveltejs/kit';
import { orError, orFail, signedIn } from '#lib/server/answer.ts';
import { textOf } from '#lib/server/form-text.ts';

export async function load({ locals, params }) {
	signedIn(locals.actor);
	const [calibration, cohort] = await Promise.all([
		locals.call(getCalibration, { params }),
		locals.call(getCohort, { params })
	]);
	return { calibration: orError(calibration), cohort: orError(cohort) };
}

export const actions = {
	async add({ locals, params, url }) {
		const answer = await locals.call(addExample, { params });
		if (!answer.ok) return orFail(answer.refusal);
		redirect(303, `${url.pathname}/${answer.value.id}`);
	},

	async takeOver({ locals, params, url }) {
		const answer = await locals.call(takeExamplesOver, { params });
		if (!answer.ok) return orFail(answer.refusal);
		redirect(303, url.pathname);
	},

	async admit({ locals, request, url }) {
		const data = await request.formData();
		const told = { params: { id: textOf(data, 'enrolment') }, body: { reason: textOf(data, 'reason') } };
		const answer = await locals.call(admitToReviews, told);
		if (!answer.ok) return orFail(answer.refusal);
		redirect(303, url.pathname);
	}
};
