import { getPlanRow } from '@stazhirovka/contract/plans';
import { rowActions } from '#lib/plans/server/row-page.ts';
import { orError } from '#lib/server/answer.ts';

export async function load({ locals, params }) {
	return { row: orError(await locals.call(getPlanRow, { params: { id: params.row } })) };
}

export const actions = rowActions;
