import { getInternFile } from '@stazhirovka/contract/reporting';
import { orError } from '#lib/server/answer.ts';

export async function load({ locals, params, depends }) {
	depends('app:progress');
	return { file: orError(await locals.call(getInternFile, { params: { id: params.enrolment } })) };
}
