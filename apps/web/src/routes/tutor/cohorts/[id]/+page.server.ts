import { getCohort, listCohortEnrolments } from '@stazhirovka/contract/cohorts';
import { orError, signedIn } from '#lib/server/answer.ts';

export async function load({ locals, params }) {
	signedIn(locals.actor);
	const [cohort, people] = await Promise.all([
		locals.call(getCohort, { params }),
		locals.call(listCohortEnrolments, { params })
	]);
	const studying = orError(people).filter(({ state }) => state === 'confirmed' || state === 'completed');

	return { cohort: orError(cohort), people: studying };
}
