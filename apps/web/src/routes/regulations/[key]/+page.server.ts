import { listRegulationCoordinators } from '@stazhirovka/contract/coordinators';
import { getRegulation, listRegulationHistory } from '@stazhirovka/contract/regulations';
import { orError } from '#lib/server/answer.ts';

export async function load({ locals, params, url }) {
	const on = url.searchParams.get('on') || undefined;
	const [regulation, history, coordinators] = await Promise.all([
		locals.call(getRegulation, { params, querystring: { on } }),
		locals.call(listRegulationHistory, { params }),
		locals.call(listRegulationCoordinators, { params })
	]);
	// On a day on which it is not in force there is nobody to name, and the text can be read all the same.
	return {
		regulation: orError(regulation),
		history: orError(history),
		coordinators: coordinators.ok ? coordinators.value : []
	};
}
