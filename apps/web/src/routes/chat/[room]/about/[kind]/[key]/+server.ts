import { findSubject } from '@stazhirovka/contract/chat';
import { SUBJECT_KINDS } from '@stazhirovka/domain/chat';
import { error, redirect } from '@sveltejs/kit';
import { orError, signedIn } from '#lib/server/answer.ts';

/** What a message is about has a page for everybody who may see it: another one for an intern than for the tutor. */
export async function GET({ locals, params }) {
	signedIn(locals.actor);
	const kind = SUBJECT_KINDS.find((one) => one === params.kind);
	if (!kind) error(404, 'route.missing', { code: 'route.missing' });

	const of = { params: { id: params.room, kind, key: params.key } };
	const { place } = orError(await locals.call(findSubject, of));
	redirect(303, place);
}
