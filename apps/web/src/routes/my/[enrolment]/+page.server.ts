import { listConsultations } from '@stazhirovka/contract/consultations';
import { getMyDraftRound } from '@stazhirovka/contract/draft-rounds';
import { getFollowUp } from '@stazhirovka/contract/surveys';
import { orError } from '#lib/server/answer.ts';

/** How long a cancelled consultation is spoken of on the path: until its own time has passed. */
export async function load({ locals, params }) {
	const own = { params: { id: params.enrolment } };
	const [listed, followUp, drafts] = await Promise.all([
		locals.call(listConsultations, own),
		locals.call(getFollowUp, own),
		locals.call(getMyDraftRound, own)
	]);
	const { consultations } = orError(listed);
	const now = new Date().toISOString();
	const mine = consultations.filter(({ mine, endsAt }) => mine !== null && endsAt > now);
	// A programme that asks nothing later has no such survey.
	const asks = followUp.ok && followUp.value.can.answer;
	return { consultations: mine.slice(0, 2), asks, drafts: orError(drafts) };
}
