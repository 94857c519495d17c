import { allowDiagnosis, getDiagnosis } from '@stazhirovka/contract/diagnostics';
import { redirect } from '@sveltejs/kit';
import { allowanceIn } from '#lib/diagnostics/allowance-in.ts';
import { orError, orFail } from '#lib/server/answer.ts';

export async function load({ locals, params, url }) {
	const ask = async (stage: 'entry' | 'exit') =>
		orError(await locals.call(getDiagnosis, { params: { id: params.enrolment }, querystring: { stage } }));
	const [diagnosis, repeated] = await Promise.all([ask('entry'), ask('exit')]);
	return { diagnosis, repeated, saved: url.searchParams.has('saved') };
}

export const actions = {
	async allow({ locals, params, request, url }) {
		const typed = allowanceIn(await request.formData());
		const answer = await locals.call(allowDiagnosis, { params: { id: params.enrolment }, body: typed });
		if (!answer.ok) return orFail(answer.refusal, { typed });
		redirect(303, `${url.pathname}?saved`);
	}
};
