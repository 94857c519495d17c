import { listSiteRooms, openSpace } from '@stazhirovka/contract/spaces';
import { error, redirect } from '@sveltejs/kit';
import { orError, orFail, signedIn } from '#lib/server/answer.ts';
import { sendTyped } from '#lib/server/send-typed.ts';
import { kindIn, spaceOf } from '#lib/spaces/server/space-fields.ts';

export async function load({ locals, params, url }) {
	const me = signedIn(locals.actor);
	const rooms = orError(await locals.call(listSiteRooms, { params }));
	if (!rooms.can.open) error(404, 'site.missing', { code: 'site.missing' });
	return { rooms, me: me.person.id, kind: kindIn(url.searchParams.get('kind')) };
}

export const actions = {
	async default({ locals, params, request }) {
		const typed = spaceOf(await request.formData());
		const answer = await sendTyped(locals.call, openSpace, { params, body: typed });
		if (!answer.ok) return orFail(answer.refusal, { typed });
		const { roomId } = answer.value;
		const mine = typed.moderatorId === null;
		redirect(303, mine ? `/chat/${roomId}/details` : `/leader/sites/${params.id}/rooms`);
	}
};
