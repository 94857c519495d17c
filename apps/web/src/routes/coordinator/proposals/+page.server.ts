import { listProposals, recordProposal } from '@stazhirovka/contract/councils';
import { redirect } from '@sveltejs/kit';
import { orError, orFail, signedIn } from '#lib/server/answer.ts';
import { textOf } from '#lib/server/form-text.ts';

export async function load({ locals, url }) {
	signedIn(locals.actor);
	const site = url.searchParams.get('site') ?? '';
	const book = orError(await locals.call(listProposals, { querystring: { site } }));
	return { book, site, done: url.searchParams.get('done') };
}

export const actions = {
	async record({ locals, request }) {
		const data = await request.formData();
		const [about = '', subjectId = ''] = textOf(data, 'subject').split(' ');
		const typed = {
			number: textOf(data, 'number'),
			madeOn: textOf(data, 'madeOn'),
			text: textOf(data, 'text')
		};
		const kind = about === 'termination' ? ('termination' as const) : ('status' as const);
		const answer = await locals.call(recordProposal, { body: { about: kind, subjectId, ...typed } });
		if (!answer.ok) return orFail(answer.refusal, { typed: { ...typed, subject: textOf(data, 'subject') } });
		redirect(303, '/coordinator/proposals?done=recorded');
	}
};
