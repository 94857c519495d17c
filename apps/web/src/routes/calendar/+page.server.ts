import { listEventChoices, listPublicEvents } from '@stazhirovka/contract/plans';
import { listPublicProgrammes } from '@stazhirovka/contract/portal';
import { eventFilterIn } from '#lib/portal/server/event-filter.ts';
import { orError } from '#lib/server/answer.ts';
import { todayIn } from '#lib/server/today.ts';

export async function load({ locals, url }) {
	const filter = eventFilterIn(url);
	const [programmes, events, choices] = await Promise.all([
		locals.call(listPublicProgrammes, {}),
		locals.call(listPublicEvents, { querystring: filter }),
		locals.call(listEventChoices, {})
	]);
	const { siteId, region } = filter;
	const rows = orError(programmes).flatMap(({ key, title, organisation, cohorts }) =>
		cohorts
			.filter((cohort) => (!siteId || cohort.siteId === siteId) && (!region || cohort.regionId === region))
			.map((cohort) => ({ cohort, key, programme: title, organisation }))
	);

	return {
		rows: rows.toSorted((one, other) => one.cohort.startsOn.localeCompare(other.cohort.startsOn)),
		events: orError(events),
		choices: orError(choices),
		filter,
		today: todayIn('Europe/Moscow')
	};
}
