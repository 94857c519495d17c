import { describeSite, getApplication, listOpenings } from '@stazhirovka/contract/applications';
import { fail, redirect } from '@sveltejs/kit';
import { typedSite } from '#lib/applications/server/typed-site.ts';
import { readOrganisations, unchosen } from '#lib/organisations/server/read-organisations.ts';
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
		const sent = await readOrganisations(locals.call, data, 'member');
		const others = sent.filter(({ id, title }) => id || title);
		const body = typedSite(data, others);
		const typed = { ...body, others, lead: textOf(data, 'lead') };
		const faults = others.flatMap((other, at) => {
			const code = unchosen(other);
			return code ? [{ field: `members.${at}`, code }] : [];
		});
		if (faults.length) return fail(422, { typed, problem: 'request.malformed', details: { faults } });

		const answer = await locals.call(describeSite, { params, body });
		if (!answer.ok) return orFail(answer.refusal, { typed });
		redirect(303, `/applications/${params.id}`);
	}
};
