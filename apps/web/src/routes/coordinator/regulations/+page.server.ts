import { importRegulation, listRegulationVersions } from '@stazhirovka/contract/regulations';
import { fail, redirect } from '@sveltejs/kit';
import { orError, orFail, signedIn } from '#lib/server/answer.ts';
import { textOrNull } from '#lib/server/form-text.ts';
import { readJsonFile } from '#lib/server/json-file.ts';

export async function load({ locals }) {
	signedIn(locals.actor);
	return orError(await locals.call(listRegulationVersions, {}));
}

export const actions = {
	async import({ locals, request }) {
		const data = await request.formData();
		const { document, fault } = await readJsonFile(data, 'file');
		if (fault) return fail(400, fault);

		const body = { document, regionId: textOrNull(data, 'region') };
		const answer = await locals.call(importRegulation, { body });
		if (!answer.ok) return orFail(answer.refusal);
		redirect(303, `/coordinator/regulations/${answer.value.id}?imported`);
	}
};
