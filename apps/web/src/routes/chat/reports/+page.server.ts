import { randomUUID } from 'node:crypto';
import { actInRoom, dismissReport, listReports } from '@stazhirovka/contract/chat';
import { orError, orFail, signedIn } from '#lib/server/answer.ts';
import { textOf } from '#lib/server/form-text.ts';

export async function load({ locals, url }) {
	signedIn(locals.actor);
	const settled = url.searchParams.has('settled') ? 'true' : 'false';
	const before = url.searchParams.get('before') ?? undefined;
	return { ...orError(await locals.call(listReports, { querystring: { settled, before } })), settled };
}

export const actions = {
	async dismiss({ locals, request }) {
		const id = textOf(await request.formData(), 'id');
		const answer = await locals.call(dismissReport, { params: { id } });
		if (!answer.ok) return orFail(answer.refusal);
	},

	async hide({ locals, request }) {
		const data = await request.formData();
		const action = {
			do: 'hide' as const,
			message: Number(textOf(data, 'message')),
			reason: textOf(data, 'reason')
		};
		const params = { id: textOf(data, 'room') };
		const answer = await locals.call(actInRoom, { params, body: { clientId: randomUUID(), action } });
		if (!answer.ok) return orFail(answer.refusal);
	}
};
