import { getCohortDiagnosis, setDiagnosisRules } from '@stazhirovka/contract/diagnostics';
import { fail, redirect } from '@sveltejs/kit';
import { rulesIn } from '#lib/diagnostics/rules-in.ts';
import { orError, orFail } from '#lib/server/answer.ts';
import { sendTyped } from '#lib/server/send-typed.ts';

export async function load({ locals, params, url }) {
	return {
		diagnosis: orError(await locals.call(getCohortDiagnosis, { params })),
		saved: url.searchParams.has('saved')
	};
}

export const actions = {
	async default({ locals, params, request, url }) {
		const typed = rulesIn(await request.formData());
		if (!typed.rules) return fail(422, { ...typed, problem: 'diagnosis.minutes_wrong', details: undefined });

		const answer = await sendTyped(locals.call, setDiagnosisRules, { params, body: typed.rules });
		if (!answer.ok) return orFail(answer.refusal, typed);
		redirect(303, `${url.pathname}?saved`);
	}
};
