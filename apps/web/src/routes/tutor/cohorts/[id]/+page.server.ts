import { listCohortEnrolments } from '@stazhirovka/contract/cohorts';
import { getGrid } from '@stazhirovka/contract/reporting';
import { orError, signedIn } from '#lib/server/answer.ts';

export async function load({ locals, params }) {
	signedIn(locals.actor);
	const [people, progress] = await Promise.all([
		locals.call(listCohortEnrolments, { params }),
		locals.call(getGrid, { params })
	]);
	const { cohort, rows } = orError(progress);
	const interns = orError(people).flatMap((enrolment) => {
		const row = rows.find(({ enrolmentId }) => enrolmentId === enrolment.id);
		return row ? [{ ...enrolment, done: row.done, total: row.total, late: row.late }] : [];
	});
	return { cohort, interns };
}
