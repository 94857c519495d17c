import { getMyDraftRound, showDraft } from '@stazhirovka/contract/draft-rounds';
import type { Answer, FormDefinition } from '@stazhirovka/domain/forms';
import { redirect } from '@sveltejs/kit';
import { filesOf } from '#lib/forms/server/files-of.ts';
import { orError, orFail } from '#lib/server/answer.ts';
import { textOf } from '#lib/server/form-text.ts';

export async function load({ locals, params }) {
	const round = orError(await locals.call(getMyDraftRound, { params: { id: params.enrolment } }));
	if (!round.shown) return { round, copy: null };
	const definition = round.shown.definition as FormDefinition;
	const answer = round.shown.answer as Answer;
	return { round, copy: { definition, answer, files: await filesOf(locals.call, definition, answer) } };
}

export const actions = {
	async show({ locals, params, request, url }) {
		const confirmedPrivacy = textOf(await request.formData(), 'confirmed') === 'yes';
		const told = await locals.call(showDraft, {
			params: { id: params.enrolment },
			body: { confirmedPrivacy }
		});
		if (!told.ok) return orFail(told.refusal);
		redirect(303, url.pathname);
	}
};
