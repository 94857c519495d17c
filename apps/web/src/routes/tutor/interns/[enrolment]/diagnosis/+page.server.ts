import { allowDiagnosis, getDiagnosis } from '@stazhirovka/contract/diagnostics';
import { redirect } from '@sveltejs/kit';
import { orError, orFail } from '#lib/server/answer.ts';
import { textOf } from '#lib/server/form-text.ts';

export async function load({ locals, params, url }) {
	const ask = async (stage: 'entry' | 'exit') =>
		orError(await locals.call(getDiagnosis, { params: { id: params.enrolment }, querystring: { stage } }));
	const [diagnosis, repeated] = await Promise.all([ask('entry'), ask('exit')]);
	return { diagnosis, repeated, saved: url.searchParams.has('saved') };
}

export const actions = {
	async allow({ locals, params, request, url }) {
		const data = await request.formData();
		const typed = {
			minutes: Number(textOf(data, 'minutes')) || 0,
			attempts: Number(textOf(data, 'attempts')) || 0,
			reason: textOf(data, 'reason')
		};
		const answer = await locals.call(allowDiagnosis, { params: { id: params.enrolment }, body: typed });
		if (!answer.ok) return orFail(answer.refusal, { typed });
		redirect(303, `${url.pathname}?saved`);
	}
};
