import { getInternTraces } from '@stazhirovka/contract/reporting';
import { orNotYet } from '#lib/server/answer.ts';

export async function load({ locals, params }) {
	const answer = await locals.call(getInternTraces, { params: { id: params.enrolment } });
	return { traces: orNotYet(answer, 'deficit_card.missing') };
}
