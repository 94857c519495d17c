import { listOutsideRegisters } from '@stazhirovka/contract/sites';
import { orError } from '#lib/server/answer.ts';

export async function load({ locals }) {
	return { tables: orError(await locals.call(listOutsideRegisters, {})) };
}
