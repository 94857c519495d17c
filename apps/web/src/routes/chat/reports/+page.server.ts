import { dismissReport, hideReported, listReports } from '@stazhirovka/contract/chat';
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
		const body = { reason: textOf(data, 'reason') };
		const answer = await locals.call(hideReported, { params: { id: textOf(data, 'id') }, body });
		if (!answer.ok) return orFail(answer.refusal);
	}
};
