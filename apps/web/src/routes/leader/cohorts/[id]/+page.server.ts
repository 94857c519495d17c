import { getAlerts } from '@stazhirovka/contract/alerts';
import { getGrid } from '@stazhirovka/contract/reporting';
import { firstAlerts, rowsOf } from '#lib/leading/grid-rows.ts';
import { alertActions } from '#lib/server/alert-actions.ts';
import { orError } from '#lib/server/answer.ts';

/** Of how many people the reasons stand on the page before all are asked for. */
const FIRST = 5;

export async function load({ locals, params, url, depends }) {
	depends('app:progress');
	const most = url.searchParams.get('reasons') === 'all' ? Infinity : FIRST;
	const [found, watched] = await Promise.all([
		locals.call(getGrid, { params }),
		locals.call(getAlerts, { params })
	]);
	const grid = orError(found);
	const { tutors, ...alerts } = orError(watched);
	return {
		...{ cohortId: grid.cohort.id, timeZone: grid.cohort.timeZone, title: grid.cohort.title },
		...{ steps: grid.steps, rows: rowsOf(grid), tutors, ...firstAlerts({ ...alerts, tutors }, most) }
	};
}

export const actions = alertActions;
