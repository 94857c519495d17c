import { randomUUID } from 'node:crypto';
import { findSubject, getRoom, listThreads, postMessage } from '@stazhirovka/contract/chat';
import { getSpace } from '@stazhirovka/contract/spaces';
import { ROOM_RULES, subjectIn, subjectKey } from '@stazhirovka/domain/chat';
import { orError, orFail, signedIn } from '#lib/server/answer.ts';
import { textOf, textOrNull } from '#lib/server/form-text.ts';

export async function load({ locals, params, url }) {
	const me = signedIn(locals.actor);
	const room = orError(await locals.call(getRoom, { params: { id: params.room } }));
	const [about, space] = await Promise.all([
		meant(locals.call, room.id, url.searchParams),
		ROOM_RULES[room.kind].people === 'joined'
			? locals.call(getSpace, { params: { id: room.id } }).then(orError)
			: null
	]);
	return { room, myId: me.person.id, space, ...about };
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

/** A link may bring a subject along: the thread about it, or, where nobody has begun one, a message to begin it with. */
async function meant(call: App.Locals['call'], id: string, search: URLSearchParams) {
	const task = search.get('task');
	const ref = subjectIn(search.get('about') ?? (task ? `task:${task}` : ''));
	if (!ref) return { about: null, thread: null };

	const which = { kind: ref.kind, key: subjectKey(ref) };
	const [told, subject] = await Promise.all([
		call(listThreads, { params: { id }, querystring: which }),
		call(findSubject, { params: { id, ...which } })
	]);
	const thread = told.ok ? (told.value.threads[0]?.seq ?? null) : null;
	const title = subject.ok ? subject.value.title : null;
	return { about: thread === null && title !== null ? { ref, title } : null, thread };
}
