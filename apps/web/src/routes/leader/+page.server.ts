import { listAlerts } from '@stazhirovka/contract/alerts';
import { listAwaitingBatches } from '@stazhirovka/contract/certificate-batches';
import { listCohorts } from '@stazhirovka/contract/cohorts';
import { listEndingSites } from '@stazhirovka/contract/sites';
import { cohortsByPhase } from '@stazhirovka/domain/cohorts';
import { orError, signedIn } from '#lib/server/answer.ts';
import { todayIn } from '#lib/server/today.ts';

export async function load({ locals, depends }) {
	depends('app:progress');
	signedIn(locals.actor);
	const [cohorts, endings, awaiting, alerts] = await Promise.all([
		locals.call(listCohorts, {}),
		locals.call(listEndingSites, {}),
		locals.call(listAwaitingBatches, {}),
		locals.call(listAlerts, {})
	]);
	return {
		cohorts: cohortsByPhase(
			orError(cohorts).filter(({ can }) => can.lead),
			({ timeZone }) => todayIn(timeZone)
		),
		endings: orError(endings),
		awaiting: orError(awaiting),
		alerts: orError(alerts)
	};
}
