import { importProgramme, listProgrammeVersions, publishProgramme } from '@stazhirovka/contract/programmes';
import { fail } from '@sveltejs/kit';
import { jsonFault } from '#lib/leading/json-fault.ts';
import { orError, orFail, signedIn } from '#lib/server/answer.ts';
import { textOf } from '#lib/server/form-text.ts';

export async function load({ locals }) {
	signedIn(locals.actor);
	return { versions: orError(await locals.call(listProgrammeVersions, {})) };
}

export const actions = {
	async import({ locals, request }) {
		const file = (await request.formData()).get('file');
		const text = file instanceof File ? await file.text() : '';
		const details = jsonFault(text);
		if (details) return fail(400, { problem: 'programme.not_json', details, done: undefined });

		const answer = await locals.call(importProgramme, { body: { document: JSON.parse(text) } });
		return answer.ok ? done('imported', answer.value.title) : orFail(answer.refusal, { done: undefined });
	},

	async publish({ locals, request }) {
		const id = textOf(await request.formData(), 'id');
		const answer = await locals.call(publishProgramme, { params: { id } });
		return answer.ok ? done('published', answer.value.title) : orFail(answer.refusal, { done: undefined });
	}
};

function done(what: 'imported' | 'published', title: string) {
	return { done: { what, title }, problem: undefined, details: undefined };
}
