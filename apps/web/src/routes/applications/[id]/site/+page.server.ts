import { describeSite, getApplication, listOpenings } from '@stazhirovka/contract/applications';
import { fail, redirect } from '@sveltejs/kit';
import { readNetwork } from '#lib/applications/server/typed-site.ts';
import { orError, orFail, signedIn } from '#lib/server/answer.ts';
import { textOf } from '#lib/server/form-text.ts';

export async function load({ locals, params }) {
	signedIn(locals.actor);
	const [application, mine] = await Promise.all([
		locals.call(getApplication, { params }),
		locals.call(listOpenings, {})
	]);
	const { organisation } = orError(mine);
	return {
		application: orError(application),
		own: organisation ?? orError(application).organisation
	};
}

export const actions = {
	async default({ locals, params, request }) {
		const data = await request.formData();
		const { network, faults } = await readNetwork(locals.call, data, textOf(data, 'own'));
		const typed = { title: textOf(data, 'title'), theme: textOf(data, 'theme'), ...network };
		if (faults.length) return fail(422, { typed, problem: 'request.malformed', details: { faults } });

		const answer = await locals.call(describeSite, { params, body: typed });
		if (!answer.ok) return orFail(answer.refusal, { typed });
		redirect(303, `/applications/${params.id}`);
	}
};
