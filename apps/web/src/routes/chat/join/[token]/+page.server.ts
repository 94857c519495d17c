import { readInvitation } from '@stazhirovka/contract/spaces';
import { redirect } from '@sveltejs/kit';
import { orError, signedIn } from '#lib/server/answer.ts';

export async function load({ locals, params }) {
	signedIn(locals.actor);
	const space = orError(await locals.call(readInvitation, { params }));
	if (space.joined) redirect(303, `/chat/${space.roomId}`);
	return { space, token: params.token };
}
