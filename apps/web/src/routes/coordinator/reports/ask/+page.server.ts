import { askReports, listAskable } from '@stazhirovka/contract/plans';
import { redirect } from '@sveltejs/kit';
import { orError, orFail, signedIn } from '#lib/server/answer.ts';
import { textOf } from '#lib/server/form-text.ts';

export async function load({ locals, url }) {
	signedIn(locals.actor);
	const search = url.searchParams.get('search') ?? '';
	const chosen = url.searchParams.getAll('site');
	return { search, chosen, found: orError(await locals.call(listAskable, { querystring: { search } })) };
}

export const actions = {
	async default({ locals, request }) {
		const data = await request.formData();
		const typed = {
			siteIds: data.getAll('siteIds').filter((one) => typeof one === 'string'),
			dueOn: textOf(data, 'dueOn'),
			subject: textOf(data, 'subject'),
			askedFor: textOf(data, 'askedFor')
		};
		const answer = await locals.call(askReports, { body: typed });

		if (!answer.ok) return orFail(answer.refusal, { typed });
		redirect(303, `/coordinator/reports?show=due&done=${answer.value.asked ? 'asked' : 'nobody'}`);
	}
};
