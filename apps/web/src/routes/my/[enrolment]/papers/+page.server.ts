import { listMyEnrolments } from '@stazhirovka/contract/cohorts';
import { listOwnPapers } from '@stazhirovka/contract/orders';
import { orError, signedIn } from '#lib/server/answer.ts';

/** Apart from the path: also whoever was expelled needs the papers. */
export async function load({ locals, params }) {
	signedIn(locals.actor);
	const [papers, enrolments] = await Promise.all([
		locals.call(listOwnPapers, { params: { id: params.enrolment } }),
		locals.call(listMyEnrolments, {})
	]);
	return {
		papers: orError(papers),
		enrolment: orError(enrolments).find(({ id }) => id === params.enrolment)
	};
}
