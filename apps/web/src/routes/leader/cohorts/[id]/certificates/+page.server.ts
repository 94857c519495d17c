import { issueCertificate, listCohortCompletions } from '@stazhirovka/contract/certificates';
import { orError, orFail } from '#lib/server/answer.ts';
import { textOf } from '#lib/server/form-text.ts';

export async function load({ locals, params }) {
	return { completions: orError(await locals.call(listCohortCompletions, { params })) };
}

export const actions = {
	async issue({ locals, request }) {
		const id = textOf(await request.formData(), 'enrolment');
		const answer = await locals.call(issueCertificate, { params: { id } });
		return answer.ok
			? { issued: answer.value.number, problem: undefined, details: undefined }
			: orFail(answer.refusal, { issued: undefined });
	}
};
