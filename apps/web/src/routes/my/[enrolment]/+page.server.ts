import { listConsultations } from '@stazhirovka/contract/consultations';
import { getDiagnosis } from '@stazhirovka/contract/diagnostics';
import { getMyDraftRound } from '@stazhirovka/contract/draft-rounds';
import { getFollowUp } from '@stazhirovka/contract/surveys';
import { orError } from '#lib/server/answer.ts';

/** How long a cancelled consultation is spoken of on the path: until its own time has passed. */
export async function load({ locals, params, parent }) {
	const own = { params: { id: params.enrolment } };
	const { path } = await parent();
	const works = path.modules.flatMap(({ steps }) => steps).filter(({ key }) => key === 'final_work');
	const isLate = works.some(({ state }) => state !== 'locked');
	const [listed, followUp, drafts, repeated] = await Promise.all([
		locals.call(listConsultations, own),
		locals.call(getFollowUp, own),
		locals.call(getMyDraftRound, own),
		isLate ? locals.call(getDiagnosis, { ...own, querystring: { stage: 'exit' } }) : null
	]);
	const { consultations } = orError(listed);
	const now = new Date().toISOString();
	const mine = consultations.filter(({ mine, endsAt }) => mine !== null && endsAt > now);
	// A programme that asks nothing later has no such survey.
	const asks = followUp.ok && followUp.value.can.answer;
	const offered = repeated?.ok ? repeated.value : null;
	const isOffered = offered && (offered.current || (offered.can.begin && !offered.attempts.length));
	const repeat = isOffered ? offered : null;
	return { consultations: mine.slice(0, 2), asks, drafts: orError(drafts), repeat };
}
