import { getInternFile } from '@stazhirovka/contract/reporting';
import { error } from '@sveltejs/kit';
import { alertActions } from '#lib/server/alert-actions.ts';
import { orError } from '#lib/server/answer.ts';

export async function load({ locals, params, depends }) {
	depends('app:progress');
	const file = orError(await locals.call(getInternFile, { params: { id: params.enrolment } }));
	if (file.cohortId !== params.id) error(404, { message: 'enrolment.missing', code: 'enrolment.missing' });
	return { file };
}

export const actions = { changeTutor: alertActions.changeTutor };
