import { randomUUID } from 'node:crypto';
import { getRoom, listThreads, postMessage, type Room } from '@stazhirovka/contract/chat';
import { getSpace } from '@stazhirovka/contract/spaces';
import { ROOM_RULES, subjectKey } from '@stazhirovka/domain/chat';
import { subjectIn } from '#lib/chat/about.ts';
import { orError, orFail, signedIn } from '#lib/server/answer.ts';
import { textOf, textOrNull } from '#lib/server/form-text.ts';

export async function load({ locals, params, url }) {
	const me = signedIn(locals.actor);
	const room = orError(await locals.call(getRoom, { params: { id: params.room } }));
	const [about, space] = await Promise.all([
		meant(locals.call, room, url.searchParams),
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
async function meant(call: App.Locals['call'], room: Room, search: URLSearchParams) {
	const task = search.get('task');
	const ref = subjectIn(search.get('about') ?? (task ? `task:${task}` : ''));
	if (!ref) return { about: null, thread: null };

	const querystring = { kind: ref.kind, key: subjectKey(ref) };
	const answer = await call(listThreads, { params: { id: room.id }, querystring });
	const thread = answer.ok ? (answer.value.threads[0]?.seq ?? null) : null;
	const known = room.tasks.find((one) => ref.kind === 'task' && one.key === ref.key)?.title;
	const title = known ?? search.get('title') ?? '';
	return { about: thread === null ? { ref, title } : null, thread };
}
