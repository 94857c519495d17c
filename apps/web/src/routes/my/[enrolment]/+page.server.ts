import { listConsultations } from '@stazhirovka/contract/consultations';
import { getFollowUp } from '@stazhirovka/contract/surveys';
import { orError } from '#lib/server/answer.ts';

/** How long a cancelled consultation is spoken of on the path: until its own time has passed. */
export async function load({ locals, params }) {
	const own = { params: { id: params.enrolment } };
	const [listed, followUp] = await Promise.all([
		locals.call(listConsultations, own),
		locals.call(getFollowUp, own)
	]);
	const { consultations } = orError(listed);
	const now = new Date().toISOString();
	const mine = consultations.filter(({ mine, endsAt }) => mine !== null && endsAt > now);
	// A programme that asks nothing later has no such survey.
	return { consultations: mine.slice(0, 2), asks: followUp.ok && followUp.value.can.answer };
}
