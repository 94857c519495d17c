import { getCohort } from '@stazhirovka/contract/cohorts';
import { getAgreement } from '@stazhirovka/contract/results';
import type { RequestEvent } from '@sveltejs/kit';
import { orError, signedIn } from '#lib/server/answer.ts';

type OnAgreement = Pick<RequestEvent<{ id: string }>, 'locals' | 'params'>;

/** The same page for those who run the cohort and for those who lead it. */
export async function loadAgreement({ locals, params }: OnAgreement) {
	signedIn(locals.actor);
	const [agreement, cohort] = await Promise.all([
		locals.call(getAgreement, { params }),
		locals.call(getCohort, { params })
	]);
	return { agreement: orError(agreement), cohort: orError(cohort) };
}
