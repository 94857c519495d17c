import { getCohortOrders } from '@stazhirovka/contract/orders';
import { attachSignatureFrom } from '#lib/documents/server/signature-action.ts';
import { orError } from '#lib/server/answer.ts';

export async function load({ locals, params, url }) {
	const orders = orError(await locals.call(getCohortOrders, { params: { id: params.id }, querystring: {} }));
	return { orders, issued: url.searchParams.get('issued') };
}

export const actions = { attachSignature: attachSignatureFrom };
