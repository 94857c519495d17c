import { getProgrammeDraft } from '@stazhirovka/contract/authoring';
import { readable } from '@stazhirovka/domain/programmes/designing';
import { orError, signedIn } from '#lib/server/answer.ts';

/** A draft as an intern will see it: nobody is enrolled, nothing is stored. */
export async function load({ locals, params }) {
	signedIn(locals.actor);
	const draft = orError(await locals.call(getProgrammeDraft, { params: { id: params.id } }));
	return { draft: { id: draft.id, title: draft.title }, programme: readable(draft.document) };
}
