import type { Me } from '@stazhirovka/contract/accounts';
import { enrol, listMyEnrolments, type MyEnrolment } from '@stazhirovka/contract/cohorts';
import { getPublicProgramme } from '@stazhirovka/contract/portal';
import { redirect } from '@sveltejs/kit';
import { orError, orFail } from '#lib/server/answer.ts';
import { textOf } from '#lib/server/form-text.ts';

export async function load({ locals, params }) {
	const [programme, own] = await Promise.all([
		locals.call(getPublicProgramme, { params }),
		locals.actor && locals.call(listMyEnrolments, {})
	]);
	return { programme: orError(programme), newcomer: own !== null && isNew(locals.actor, orError(own)) };
}

/** Registered, with nothing to do on the platform yet but to choose a cohort. */
function isNew(me: Me | null, own: MyEnrolment[]): boolean {
	if (!me || own.length) return false;
	const { intern: _, ...staff } = me.homes;
	return !Object.values(staff).includes(true);
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
