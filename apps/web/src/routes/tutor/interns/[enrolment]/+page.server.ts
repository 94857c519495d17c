import { listSentTasks } from '@stazhirovka/contract/tasks';
import { orError } from '#lib/server/answer.ts';

export async function load({ locals, params }) {
	return { sent: orError(await locals.call(listSentTasks, { params: { id: params.enrolment } })) };
}
