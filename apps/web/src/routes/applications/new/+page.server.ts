import { beginApplication, listOpenings, listRenewals } from '@stazhirovka/contract/applications';
import { error, redirect } from '@sveltejs/kit';
import { orError, orFail, signedIn } from '#lib/server/answer.ts';
import { textOf } from '#lib/server/form-text.ts';

export async function load({ locals, url }) {
	signedIn(locals.actor);
	const [opened, renewals] = await Promise.all([
		locals.call(listOpenings, {}),
		locals.call(listRenewals, {})
	]);
	const { organisation, openings } = orError(opened);
	const asked = url.searchParams.get('site');
	const site = orError(renewals).find(({ id }) => id === asked) ?? null;
	if (asked !== null && site === null) return redirect(303, '/applications');
	const opening = openings.find(({ key }) => key === url.searchParams.get('regulation'));
	if (!opening || !organisation) return redirect(303, '/applications');
	if (opening.way !== 'application')
		return error(409, {
			code: 'application.registered_directly',
			message: 'application.registered_directly'
		});
	return { organisation, opening, site };
}

export const actions = {
	async default({ locals, request, url }) {
		const data = await request.formData();
		const typed = { title: textOf(data, 'title'), theme: textOf(data, 'theme') };
		const regulation = url.searchParams.get('regulation') ?? '';
		const siteId = url.searchParams.get('site');
		const answer = await locals.call(beginApplication, { body: { regulation, siteId, ...typed } });
		if (!answer.ok) return orFail(answer.refusal, { typed });
		redirect(303, `/applications/${answer.value.id}`);
	}
};
