import { listPublicProgrammes } from '@stazhirovka/contract/portal';
import { orError } from '#lib/server/answer.ts';

export async function load({ locals }) {
	const programmes = orError(await locals.call(listPublicProgrammes, {}));
	const rows = programmes.flatMap(({ key, title, organisation, cohorts }) =>
		cohorts.map((cohort) => ({ cohort, key, programme: title, organisation }))
	);

	return { rows: rows.toSorted((one, other) => one.cohort.startsOn.localeCompare(other.cohort.startsOn)) };
}
