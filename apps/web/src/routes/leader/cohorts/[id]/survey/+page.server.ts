import { getSurveySummary } from '@stazhirovka/contract/surveys';
import { orError } from '#lib/server/answer.ts';

export async function load({ locals, params }) {
	return { survey: orError(await locals.call(getSurveySummary, { params })) };
}
