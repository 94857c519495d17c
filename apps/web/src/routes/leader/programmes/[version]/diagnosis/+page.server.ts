import { getDiagnosisQuality } from '@stazhirovka/contract/diagnostics';
import { orError, signedIn } from '#lib/server/answer.ts';

export async function load({ locals, params }) {
	signedIn(locals.actor);
	return { quality: orError(await locals.call(getDiagnosisQuality, { params: { id: params.version } })) };
}
