import { randomUUID } from 'node:crypto';
import { getRoom, postMessage } from '@stazhirovka/contract/chat';
import { orError, orFail, signedIn } from '#lib/server/answer.ts';
import { textOf, textOrNull } from '#lib/server/form-text.ts';

export async function load({ locals, params }) {
	const me = signedIn(locals.actor);
	return { room: orError(await locals.call(getRoom, { params: { id: params.room } })), myId: me.person.id };
}

export const actions = {
	/** For browsers without a script; with one, messages go over the live line. */
	async post({ locals, params, request }) {
		const data = await request.formData();
		const body = { clientId: randomUUID(), text: textOf(data, 'text'), task: textOrNull(data, 'task') };
		const answer = await locals.call(postMessage, { params: { id: params.room }, body });
		if (!answer.ok) return orFail(answer.refusal);
	}
};
