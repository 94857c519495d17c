import { keepSummary } from '@stazhirovka/contract/summaries';
import { redirect } from '@sveltejs/kit';
import { orFail, signedIn } from '#lib/server/answer.ts';
import { textOf } from '#lib/server/form-text.ts';
import { builderPage, carriedDefinition, exportAction } from '#lib/server/summary-page.ts';
import { definitionOf } from '#lib/summaries/asked.ts';

export function load(event) {
	signedIn(event.locals.actor);
	return builderPage(event, definitionOf(event.url.searchParams));
}

export const actions = {
	async save({ locals, request }) {
		const data = await request.formData();
		const title = textOf(data, 'title');
		const answer = await locals.call(keepSummary, { body: { title, definition: carriedDefinition(data) } });
		if (!answer.ok) return orFail(answer.refusal, { title });
		redirect(303, `/summaries/${answer.value.id}?saved=1`);
	},
	export: exportAction
};
