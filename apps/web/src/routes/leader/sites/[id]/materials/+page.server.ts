import { listMaterials } from '@stazhirovka/contract/materials';
import { orError } from '#lib/server/answer.ts';

export async function load({ locals, params }) {
	return { bank: orError(await locals.call(listMaterials, { params })) };
}
