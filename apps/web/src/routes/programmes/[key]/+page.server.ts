import { enrol } from '@stazhirovka/contract/cohorts';
import { getPublicProgramme } from '@stazhirovka/contract/portal';
import { redirect } from '@sveltejs/kit';
import { orError, orFail } from '#lib/server/answer.ts';
import { textOf } from '#lib/server/form-text.ts';

export async function load({ locals, params }) {
	return { programme: orError(await locals.call(getPublicProgramme, { params })) };
}

export const actions = {
	/** A guest is led through sign-in and comes back to this page. */
	async enrol({ locals, request }) {
		const id = textOf(await request.formData(), 'cohort');
		const answer = await locals.call(enrol, { params: { id } });

		if (!answer.ok) return orFail(answer.refusal);
		redirect(303, '/my');
	}
};
