import { beginApplication, listOpenings } from '@stazhirovka/contract/applications';
import { error, redirect } from '@sveltejs/kit';
import { orError, orFail, signedIn } from '#lib/server/answer.ts';
import { textOf } from '#lib/server/form-text.ts';

export async function load({ locals, url }) {
	signedIn(locals.actor);
	const { organisation, openings } = orError(await locals.call(listOpenings, {}));
	const opening = openings.find(({ key }) => key === url.searchParams.get('regulation'));
	if (!opening || !organisation) return redirect(303, '/applications');
	if (opening.way !== 'application')
		return error(409, {
			code: 'application.registered_directly',
			message: 'application.registered_directly'
		});
	return { organisation, opening };
}

export const actions = {
	async default({ locals, request, url }) {
		const data = await request.formData();
		const typed = { title: textOf(data, 'title'), theme: textOf(data, 'theme') };
		const regulation = url.searchParams.get('regulation') ?? '';
		const answer = await locals.call(beginApplication, { body: { regulation, ...typed } });
		if (!answer.ok) return orFail(answer.refusal, { typed });
		redirect(303, `/applications/${answer.value.id}`);
	}
};
