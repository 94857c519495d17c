import { listCohorts } from '@stazhirovka/contract/cohorts';
import { regionCohorts } from '#lib/cohorts/region-cohorts.ts';
import { orError, signedIn } from '#lib/server/answer.ts';
import { todayIn } from '#lib/server/today.ts';

export async function load({ locals, url: { searchParams } }) {
	signedIn(locals.actor);
	const cohorts = orError(await locals.call(listCohorts, {}));
	const search = searchParams.get('q') ?? '';
	const asked = {
		search,
		phase: searchParams.get('show'),
		page: Number(searchParams.get('page')) || 1
	};
	const led = cohorts.filter(({ can }) => can.lead);
	return { ...regionCohorts(led, asked, ({ timeZone }) => todayIn(timeZone)), search };
}
