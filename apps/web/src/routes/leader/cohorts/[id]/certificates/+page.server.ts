import {
	issueCertificate,
	issueCertificateInDative,
	listCohortCompletions
} from '@stazhirovka/contract/certificates';
import { orError, orFail } from '#lib/server/answer.ts';
import { textOf } from '#lib/server/form-text.ts';

export async function load({ locals, params }) {
	return { completions: orError(await locals.call(listCohortCompletions, { params })) };
}

export const actions = {
	async issue({ locals, request }) {
		const data = await request.formData();
		const params = { id: textOf(data, 'enrolment') };
		const dative = textOf(data, 'dative').trim();
		const answer = dative
			? await locals.call(issueCertificateInDative, { params, body: { dative } })
			: await locals.call(issueCertificate, { params });
		return answer.ok
			? { issued: answer.value.number, problem: undefined, details: undefined }
			: orFail(answer.refusal, { issued: undefined });
	}
};
