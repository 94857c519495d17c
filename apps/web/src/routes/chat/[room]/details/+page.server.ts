import { getRoom } from '@stazhirovka/contract/chat';
import {
	arrangeConference,
	closeInvitation,
	excludeMember,
	getSpace,
	inviteToSpace,
	leaveSpace,
	shareModeration
} from '@stazhirovka/contract/spaces';
import { redirect } from '@sveltejs/kit';
import { orError, orFail, signedIn } from '#lib/server/answer.ts';
import { textOf } from '#lib/server/form-text.ts';
import { sendTyped } from '#lib/server/send-typed.ts';
import { meetingOf, programmeOf } from '#lib/spaces/server/space-fields.ts';

export async function load({ locals, params }) {
	const me = signedIn(locals.actor);
	const of = { params: { id: params.room } };
	const [room, space] = await Promise.all([locals.call(getRoom, of), locals.call(getSpace, of)]);
	return { room: orError(room), space: orError(space), me: me.person.id };
}

export const actions = {
	async arrange({ locals, params, request }) {
		const data = await request.formData();
		const body = { meeting: meetingOf(data), programme: programmeOf(data) };
		const answer = await sendTyped(locals.call, arrangeConference, { params: { id: params.room }, body });
		return answer.ok ? { saved: true } : orFail(answer.refusal, { typed: body });
	},

	async invite({ locals, params }) {
		const answer = await locals.call(inviteToSpace, { params: { id: params.room } });
		return answer.ok ? answer.value : orFail(answer.refusal);
	},

	async closeInvitation({ locals, params }) {
		const answer = await locals.call(closeInvitation, { params: { id: params.room } });
		return answer.ok ? { done: 'closed' } : orFail(answer.refusal);
	},

	async exclude({ locals, params, request }) {
		const person = textOf(await request.formData(), 'person');
		const answer = await locals.call(excludeMember, { params: { id: params.room, person } });
		return answer.ok ? { done: 'excluded' } : orFail(answer.refusal);
	},

	async share({ locals, params, request }) {
		const person = textOf(await request.formData(), 'person');
		const answer = await locals.call(shareModeration, { params: { id: params.room, person } });
		return answer.ok ? { done: 'shared' } : orFail(answer.refusal);
	},

	async leave({ locals, params }) {
		const answer = await locals.call(leaveSpace, { params: { id: params.room } });
		if (!answer.ok) return orFail(answer.refusal);
		redirect(303, '/chat');
	}
};
