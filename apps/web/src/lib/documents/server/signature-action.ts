import { attachCertificateSignature } from '@stazhirovka/contract/certificate-signatures';
import { attachSignature } from '@stazhirovka/contract/documents';
import type { RequestEvent } from '@sveltejs/kit';
import { orFail } from '#lib/server/answer.ts';
import { textOf } from '#lib/server/form-text.ts';

type Sent = Pick<RequestEvent, 'locals' | 'request'>;

/** The action of `DocumentLinks`: the same file sent again is one signature, so a reload does no harm. */
export function attachSignatureFrom(event: Sent) {
	return signatureFrom(event, attachSignature);
}

/** The same for a document of completion. */
export function attachCertificateSignatureFrom(event: Sent) {
	return signatureFrom(event, attachCertificateSignature);
}

async function signatureFrom(
	{ locals, request }: Sent,
	endpoint: typeof attachSignature | typeof attachCertificateSignature
) {
	const data = await request.formData();
	const signed = textOf(data, 'document');
	const signer = textOf(data, 'signer');
	const file = data.get('file');

	const parts = new FormData();
	parts.append('signer', signer);
	if (file instanceof File && file.name !== '') parts.append('file', file);

	const answer = await locals.sendParts(endpoint, { params: { id: signed } }, parts);
	return answer.ok ? { signed } : orFail(answer.refusal, { signed, signer });
}
