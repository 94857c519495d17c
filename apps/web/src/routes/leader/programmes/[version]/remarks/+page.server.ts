import { getProgrammeVersion } from '@stazhirovka/contract/programmes';
import type { JsonRecord } from '@stazhirovka/domain/outline';
import { orError, signedIn } from '#lib/server/answer.ts';

export async function load({ locals, params }) {
	signedIn(locals.actor);
	const answer = await locals.call(getProgrammeVersion, { params: { id: params.version } });
	const { title, number, warnings, document } = orError(answer);
	return { title, number, warnings, document: document as JsonRecord };
}
