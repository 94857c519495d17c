import { randomUUID } from 'node:crypto';
import { getRoom, postMessage } from '@stazhirovka/contract/chat';
import { getFinalWork, type FinalWork } from '@stazhirovka/contract/final-works';
import type { Answer, FormDefinition } from '@stazhirovka/domain/forms';
import { redirect } from '@sveltejs/kit';
import { filesOf } from '#lib/forms/server/files-of.ts';
import { orError, orFail, signedIn } from '#lib/server/answer.ts';
import { textOf } from '#lib/server/form-text.ts';

export async function load({ locals, params }) {
	const me = signedIn(locals.actor);
	const work = orError(await locals.call(getFinalWork, { params }));
	const definition = work.definition as FormDefinition;
	const answer = work.answer as Answer;
	const [files, room] = await Promise.all([
		filesOf(locals.call, definition, answer),
		roomOf(locals.call, work)
	]);

	return { work, definition, answer, files, room, myId: me.person.id };
}

export const actions = {
	/** For browsers without a script; with one, messages go over the live line. */
	async post({ locals, params, request }) {
		const { workRoomId } = orError(await locals.call(getFinalWork, { params }));
		const text = textOf(await request.formData(), 'text');
		const answer = await locals.call(postMessage, {
			params: { id: workRoomId ?? '' },
			body: { clientId: randomUUID(), text }
		});
		if (!answer.ok) return orFail(answer.refusal);
		redirect(303, `/works/${params.id}#discussion`);
	}
};

/** Those who lead the site read works but take no part in the discussion. */
async function roomOf(call: App.Locals['call'], { can, workRoomId }: FinalWork) {
	if (!can.discuss || workRoomId === null) return null;
	const answer = await call(getRoom, { params: { id: workRoomId } });
	return answer.ok ? answer.value : null;
}
