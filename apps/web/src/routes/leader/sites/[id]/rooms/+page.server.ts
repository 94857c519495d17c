import { listSiteRooms, openGroupRoom, openStaffRoom } from '@stazhirovka/contract/spaces';
import { redirect } from '@sveltejs/kit';
import { orError, orFail } from '#lib/server/answer.ts';
import { textOf } from '#lib/server/form-text.ts';

export async function load({ locals, params }) {
	return { rooms: orError(await locals.call(listSiteRooms, { params })) };
}

export const actions = {
	async staff({ locals, params }) {
		const answer = await locals.call(openStaffRoom, { params });
		if (!answer.ok) return orFail(answer.refusal);
		redirect(303, `/chat/${answer.value.roomId}`);
	},

	async group({ locals, request }) {
		const id = textOf(await request.formData(), 'id');
		const answer = await locals.call(openGroupRoom, { params: { id } });
		if (!answer.ok) return orFail(answer.refusal);
		redirect(303, `/chat/${answer.value.roomId}`);
	}
};
