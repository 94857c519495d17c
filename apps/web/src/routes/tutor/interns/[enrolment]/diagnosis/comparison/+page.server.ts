import { getDiagnosisComparison } from '@stazhirovka/contract/diagnostics';
import { orNotYet } from '#lib/server/answer.ts';

export async function load({ locals, params }) {
	const answer = await locals.call(getDiagnosisComparison, { params: { id: params.enrolment } });
	return { comparison: orNotYet(answer, 'deficit_card.missing') };
}
