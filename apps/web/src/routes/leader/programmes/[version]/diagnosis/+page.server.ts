import { getDiagnosisQuality } from '@stazhirovka/contract/diagnostics';
import { orError, signedIn } from '#lib/server/answer.ts';

export async function load({ locals, params, url }) {
	signedIn(locals.actor);
	const cohort = url.searchParams.get('cohort') || undefined;
	const address = { params: { id: params.version }, querystring: { cohort } };
	return { quality: orError(await locals.call(getDiagnosisQuality, address)) };
}
