import { importProgramme, listProgrammeVersions, publishProgramme } from '@stazhirovka/contract/programmes';
import { fail } from '@sveltejs/kit';
import { orError, orFail, signedIn } from '#lib/server/answer.ts';
import { textOf } from '#lib/server/form-text.ts';
import { readJsonFile } from '#lib/server/json-file.ts';

export async function load({ locals }) {
	signedIn(locals.actor);
	return { versions: orError(await locals.call(listProgrammeVersions, {})) };
}

export const actions = {
	async import({ locals, request }) {
		const { document, fault } = await readJsonFile(await request.formData(), 'file');
		if (fault) return fail(400, { problem: 'programme.not_json', details: fault, done: undefined });

		const answer = await locals.call(importProgramme, { body: { document } });
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
