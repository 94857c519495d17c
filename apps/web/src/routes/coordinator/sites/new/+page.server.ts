import {
	enterSiteOnPaper,
	listKeptOrganisations,
	proposeSite,
	type GivenAct,
	type SiteOnPaper
} from '@stazhirovka/contract/sites';
import { redirect } from '@sveltejs/kit';
import { readAct } from '#lib/acts/read-act.ts';
import { orError, orFail, signedIn } from '#lib/server/answer.ts';
import { textOf, textOrNull } from '#lib/server/form-text.ts';
import { pageIn } from '#lib/sites/server/filter.ts';

export async function load({ locals, url }) {
	signedIn(locals.actor);
	const organisation = url.searchParams.get('organisation');
	if (!organisation) {
		const q = url.searchParams.get('q')?.trim().slice(0, 200) ?? '';
		const found = await locals.call(listKeptOrganisations, { querystring: { q, page: pageIn(url) } });
		return { proposal: null, newId: '', search: { q, ...orError(found) } };
	}
	const proposal = orError(await locals.call(proposeSite, { querystring: { organisation } }));
	// The same form sent twice is the same site.
	return { proposal, search: null, newId: crypto.randomUUID() };
}

export const actions = {
	async default({ locals, request }) {
		const data = await request.formData();
		const { act, refused } = await readAct(data, locals.sendFile);
		const typed = given(data, act);
		if (refused) return orFail(refused, { typed });
		const answer = await locals.call(enterSiteOnPaper, { body: typed });
		if (!answer.ok) return orFail(answer.refusal, { typed });
		redirect(303, `/coordinator/sites/${answer.value.id}?entered`);
	}
};

function given(data: FormData, act: GivenAct): SiteOnPaper {
	const at = (name: string) => textOf(data, name);
	return {
		...{ id: at('id'), organisationId: at('organisationId'), title: at('title'), theme: at('theme') },
		...{ regulationKey: at('regulation'), code: at('code'), from: at('from'), lastDay: at('lastDay') },
		timeZone: at('timeZone') as SiteOnPaper['timeZone'],
		act,
		leaderEmail: textOrNull(data, 'leaderEmail')
	};
}
