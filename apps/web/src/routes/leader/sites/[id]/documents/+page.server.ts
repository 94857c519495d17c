import { listDocuments } from '@stazhirovka/contract/documents';
import { attachSignatureFrom } from '#lib/documents/server/signature-action.ts';
import { orError } from '#lib/server/answer.ts';

export async function load({ locals, params }) {
	return { documents: orError(await locals.call(listDocuments, { querystring: { siteId: params.id } })) };
}

export const actions = { attachSignature: attachSignatureFrom };
