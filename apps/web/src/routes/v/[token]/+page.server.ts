import { checkCertificate } from '@stazhirovka/contract/certificates';
import { orError } from '#lib/server/answer.ts';

export async function load({ locals, params, setHeaders }) {
	setHeaders({ 'x-robots-tag': 'noindex, nofollow' });
	return { document: orError(await locals.call(checkCertificate, { params })) };
}
