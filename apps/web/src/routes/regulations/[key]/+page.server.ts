import { getRegulation, listRegulationHistory } from '@stazhirovka/contract/regulations';
import { orError } from '#lib/server/answer.ts';

export async function load({ locals, params, url }) {
	const on = url.searchParams.get('on') || undefined;
	const [regulation, history] = await Promise.all([
		locals.call(getRegulation, { params, querystring: { on } }),
		locals.call(listRegulationHistory, { params })
	]);
	return { regulation: orError(regulation), history: orError(history) };
}
