import { listDirectOpenings, registerDirectly } from '@stazhirovka/contract/applications';
import { fail, redirect } from '@sveltejs/kit';
import { readNetwork } from '#lib/applications/server/typed-site.ts';
import { readOrganisation, unchosen } from '#lib/organisations/server/read-organisations.ts';
import { orError, orFail, signedIn } from '#lib/server/answer.ts';
import { textOf } from '#lib/server/form-text.ts';

export async function load({ locals, url }) {
	signedIn(locals.actor);
	const all = orError(await locals.call(listDirectOpenings, {}));
	const asked = url.searchParams.get('regulation');
	const opening = all.find(({ key }) => key === asked) ?? (all.length === 1 ? all[0] : undefined);
	return { openings: all, opening: opening ?? null };
}

export const actions = {
	async default({ locals, request }) {
		const data = await request.formData();
		const dates = { from: textOf(data, 'programmeFrom'), to: textOf(data, 'programmeTo') };
		const organisation = await readOrganisation(locals.call, data, 'organisationId');
		const { network, faults } = await readNetwork(locals.call, data, organisation.id);
		const typed = {
			regulation: textOf(data, 'regulation'),
			organisation,
			isNamed: data.has('isNamed'),
			title: textOf(data, 'title'),
			theme: textOf(data, 'theme'),
			programme: dates.from && dates.to ? dates : null,
			evidence: data.getAll('evidence').map(String),
			...network
		};
		const open = unchosen(organisation);
		if (open) return fail(422, { typed, dates, problem: open, details: { field: 'organisationId' } });
		if (faults.length) return fail(422, { typed, dates, problem: 'request.malformed', details: { faults } });

		const body = { ...typed, organisationId: organisation.id };
		const answer = await locals.call(registerDirectly, { body });
		if (!answer.ok) return orFail(answer.refusal, { typed, dates });
		redirect(303, `/coordinator/applications/${answer.value.id}?registered`);
	}
};
