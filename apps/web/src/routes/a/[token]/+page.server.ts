import { getAdministrationView, giveAdministrationView } from '@stazhirovka/contract/final-works';
import type { Answer, FormDefinition } from '@stazhirovka/domain/forms';
import { fail, redirect } from '@sveltejs/kit';
import { faultsOf } from '#lib/final-works/word-faults.ts';
import { orError, orFail } from '#lib/server/answer.ts';
import { textOf } from '#lib/server/form-text.ts';

export async function load({ locals, params, setHeaders }) {
	setHeaders({ 'x-robots-tag': 'noindex, nofollow', 'cache-control': 'no-store' });
	const told = await locals.call(getAdministrationView, { params });
	if (!told.ok && told.refusal.status === 404) return { view: null };

	const view = orError(told);
	return { view: { ...view, definition: view.definition as FormDefinition, answer: view.answer as Answer } };
}

export const actions = {
	async default({ locals, params, request, url }) {
		const data = await request.formData();
		const typed = {
			author: textOf(data, 'author'),
			position: textOf(data, 'position'),
			text: textOf(data, 'text').replaceAll('\r\n', '\n')
		};
		const faults = faultsOf(typed);
		if (faults.length) return fail(422, { typed, faults, problem: undefined });

		const answer = await locals.call(giveAdministrationView, { params, body: typed });
		if (!answer.ok) return orFail(answer.refusal, { typed, faults: [] });
		redirect(303, url.pathname);
	}
};
