import { getAdministrationView, giveAdministrationView } from '@stazhirovka/contract/final-works';
import { fieldsOf, type Answer, type FormDefinition } from '@stazhirovka/domain/forms';
import { fail, redirect } from '@sveltejs/kit';
import { faultsOf } from '#lib/final-works/word-faults.ts';
import { orError, orFail } from '#lib/server/answer.ts';
import { textOf } from '#lib/server/form-text.ts';

export async function load({ locals, params, setHeaders }) {
	setHeaders({ 'x-robots-tag': 'noindex, nofollow', 'cache-control': 'no-store' });
	const told = await locals.call(getAdministrationView, { params });
	if (!told.ok && told.refusal.status === 404) return { view: null };

	const view = orError(told);
	const answer = view.answer as Answer;
	return { view: { ...view, ...withoutFiles(view.definition as FormDefinition, answer), answer } };
}

/** Files open to people of the cohort only: the page does not offer what would be refused. */
function withoutFiles(definition: FormDefinition, answer: Answer) {
	const sections = definition.sections.map((section) => ({
		...section,
		fields: section.fields.filter(({ kind }) => kind !== 'file')
	}));
	const hasFiles = fieldsOf(definition).some(
		({ key, kind }) => kind === 'file' && Array.isArray(answer[key]) && answer[key].length > 0
	);
	return { definition: { ...definition, sections }, hasFiles };
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
