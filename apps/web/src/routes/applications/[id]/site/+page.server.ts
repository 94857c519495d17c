import { listOrganisations } from '@stazhirovka/contract/accounts';
import { describeSite, getApplication, listOpenings } from '@stazhirovka/contract/applications';
import { redirect } from '@sveltejs/kit';
import { typedSite } from '#lib/applications/server/typed-site.ts';
import { orError, orFail, signedIn } from '#lib/server/answer.ts';

export async function load({ locals, params }) {
	signedIn(locals.actor);
	const [application, organisations, mine] = await Promise.all([
		locals.call(getApplication, { params }),
		locals.call(listOrganisations, {}),
		locals.call(listOpenings, {})
	]);
	const { organisation } = orError(mine);
	return {
		application: orError(application),
		organisations: orError(organisations),
		own: organisation ?? orError(application).organisation
	};
}

export const actions = {
	async default({ locals, params, request }) {
		const typed = typedSite(await request.formData());
		const answer = await locals.call(describeSite, { params, body: typed });
		if (!answer.ok) return orFail(answer.refusal, { typed });
		redirect(303, `/applications/${params.id}`);
	}
};
