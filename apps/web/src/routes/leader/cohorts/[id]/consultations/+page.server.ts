import { getConsultationFigures } from '@stazhirovka/contract/consultations';
import { orError } from '#lib/server/answer.ts';

export async function load({ locals, params }) {
	return { figures: orError(await locals.call(getConsultationFigures, { params })) };
}
