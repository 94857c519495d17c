import { listConsultations } from '@stazhirovka/contract/consultations';
import { orError } from '#lib/server/answer.ts';

/** How long a cancelled consultation is spoken of on the path: until its own time has passed. */
export async function load({ locals, params }) {
	const { consultations } = orError(
		await locals.call(listConsultations, { params: { id: params.enrolment } })
	);
	const now = new Date().toISOString();
	const mine = consultations.filter(({ mine, endsAt }) => mine !== null && endsAt > now);
	return { consultations: mine.slice(0, 2) };
}
