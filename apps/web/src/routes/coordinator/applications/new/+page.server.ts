import { listOrganisations } from '@stazhirovka/contract/accounts';
import { listDirectOpenings, registerDirectly } from '@stazhirovka/contract/applications';
import { redirect } from '@sveltejs/kit';
import { networkOf } from '#lib/applications/server/typed-site.ts';
import { orError, orFail, signedIn } from '#lib/server/answer.ts';
import { textOf } from '#lib/server/form-text.ts';

export async function load({ locals, url }) {
	signedIn(locals.actor);
	const [openings, organisations] = await Promise.all([
		locals.call(listDirectOpenings, {}),
		locals.call(listOrganisations, {})
	]);
	const all = orError(openings);
	const asked = url.searchParams.get('regulation');
	const opening = all.find(({ key }) => key === asked) ?? (all.length === 1 ? all[0] : undefined);
	return { openings: all, opening: opening ?? null, organisations: orError(organisations) };
}

export const actions = {
	async default({ locals, request }) {
		const data = await request.formData();
		const dates = { from: textOf(data, 'programmeFrom'), to: textOf(data, 'programmeTo') };
		const typed = {
			regulation: textOf(data, 'regulation'),
			organisationId: textOf(data, 'organisationId'),
			isNamed: data.has('isNamed'),
			title: textOf(data, 'title'),
			theme: textOf(data, 'theme'),
			programme: dates.from && dates.to ? dates : null,
			evidence: data.getAll('evidence').map(String),
			...networkOf(data)
		};
		const answer = await locals.call(registerDirectly, { body: typed });
		if (!answer.ok) return orFail(answer.refusal, { typed, dates });
		redirect(303, `/coordinator/applications/${answer.value.id}?registered`);
	}
};
