import { getAlerts } from '@stazhirovka/contract/alerts';
import { getGrid } from '@stazhirovka/contract/reporting';
import { alertActions } from '#lib/server/alert-actions.ts';
import { orError } from '#lib/server/answer.ts';

export async function load({ locals, params, depends }) {
	depends('app:progress');
	const [grid, watched] = await Promise.all([
		locals.call(getGrid, { params }),
		locals.call(getAlerts, { params })
	]);
	return { grid: orError(grid), watched: orError(watched) };
}

export const actions = alertActions;
