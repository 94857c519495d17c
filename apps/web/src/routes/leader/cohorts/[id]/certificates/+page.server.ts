import { listBatches } from '@stazhirovka/contract/certificate-batches';
import {
	issueCertificate,
	issueCertificateInDative,
	listCohortCompletions
} from '@stazhirovka/contract/certificates';
import { sendChange, typedChange } from '#lib/certificates/server/typed-change.ts';
import { attachCertificateSignatureFrom } from '#lib/documents/server/signature-action.ts';
import { orError, orFail } from '#lib/server/answer.ts';
import { textOf } from '#lib/server/form-text.ts';

export async function load({ locals, params, parent }) {
	const { cohort } = await parent();
	const [completions, batches] = await Promise.all([
		locals.call(listCohortCompletions, { params }),
		cohort.can.lead ? locals.call(listBatches, { params }) : null
	]);
	return { completions: orError(completions), batches: batches && orError(batches) };
}

const NOTHING = { issued: undefined, changed: undefined, change: undefined };

export const actions = {
	async issue({ locals, request }) {
		const data = await request.formData();
		const params = { id: textOf(data, 'enrolment') };
		const answer = textOf(data, 'dative')
			? await locals.call(issueCertificateInDative, { params })
			: await locals.call(issueCertificate, { params });
		return answer.ok
			? { ...NOTHING, issued: answer.value.number, problem: undefined, details: undefined }
			: orFail(answer.refusal, NOTHING);
	},

	attachSignature: attachCertificateSignatureFrom,

	/** Revokes the newest document of an intern, or issues another in its place. */
	async change({ locals, request }) {
		const change = typedChange(await request.formData());
		const answer = await sendChange(locals.call, change);
		if (!answer.ok) return orFail(answer.refusal, { ...NOTHING, change });
		const changed = { as: change.as, number: answer.value.number };
		return { ...NOTHING, changed, problem: undefined, details: undefined };
	}
};
