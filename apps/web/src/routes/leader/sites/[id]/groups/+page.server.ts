import { listGroups } from '@stazhirovka/contract/staff';
import { orError } from '#lib/server/answer.ts';

export async function load({ locals, params, url }) {
	const told = orError(await locals.call(listGroups, { params }));
	return { ...told, saved: url.searchParams.has('saved') };
}
