import { getSummary, saveSummary } from '@stazhirovka/contract/summaries';
import { error, redirect } from '@sveltejs/kit';
import { orError, orFail, signedIn } from '#lib/server/answer.ts';
import { textOf } from '#lib/server/form-text.ts';
import { builderPage, carriedDefinition } from '#lib/server/summary-page.ts';
import { definitionOf } from '#lib/summaries/asked.ts';

export async function load(event) {
	const { locals, params, url } = event;
	signedIn(locals.actor);
	const summary = orError(await locals.call(getSummary, { params }));
	if (!summary.can.change) error(404, 'summary.missing', { code: 'summary.missing' });
	const isChosen = url.searchParams.has('subject');
	const page = await builderPage(event, isChosen ? definitionOf(url.searchParams) : summary.definition);
	return { ...page, summary };
}

export const actions = {
	async save({ locals, params, request }) {
		const data = await request.formData();
		const title = textOf(data, 'title');
		const body = { title, definition: carriedDefinition(data), revision: Number(textOf(data, 'revision')) };
		const answer = await locals.call(saveSummary, { params, body });
		if (!answer.ok) return orFail(answer.refusal, { title });
		redirect(303, `/summaries/${params.id}?saved=1`);
	}
};
