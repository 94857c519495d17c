import { demonstrationSignIn, listDemonstrationPeople, signIn } from '@stazhirovka/contract/accounts';
import { fail, redirect } from '@sveltejs/kit';
import { orError, orFail } from '#lib/server/answer.ts';
import { textOf } from '#lib/server/form-text.ts';
import { homeOf } from '#lib/server/home.ts';

export async function load({ locals, url }) {
	if (locals.actor) redirect(303, homeOf(locals.actor, url.searchParams.get('back')));

	const people = locals.demonstration ? orError(await locals.call(listDemonstrationPeople, {})) : [];
	return { people, afterReset: url.searchParams.has('reset') };
}

export const actions = {
	async password({ locals, request, url }) {
		const data = await request.formData();
		const email = textOf(data, 'email');
		const answer = await locals.call(signIn, { body: { email, password: textOf(data, 'password') } });

		// Not `orFail`: here 401 is the answer to the form, not the way to this very page.
		if (!answer.ok) {
			const { status, problem } = answer.refusal;
			return fail(status, { email, problem: problem.code, details: problem.details });
		}
		redirect(303, homeOf(answer.value.me, url.searchParams.get('back')));
	},

	async demonstration({ locals, request, url }) {
		const personId = textOf(await request.formData(), 'person');
		const answer = await locals.call(demonstrationSignIn, { body: { personId } });

		if (!answer.ok) return orFail(answer.refusal, { email: '' });
		redirect(303, homeOf(answer.value.me, url.searchParams.get('back')));
	}
};
