import { listWindows, openWindow } from '@stazhirovka/contract/applications';
import { readAct } from '#lib/acts/read-act.ts';
import { orError, orFail, signedIn } from '#lib/server/answer.ts';
import { textOf } from '#lib/server/form-text.ts';

export async function load({ locals }) {
	signedIn(locals.actor);
	return orError(await locals.call(listWindows, {}));
}

export const actions = {
	async default({ locals, request }) {
		const data = await request.formData();
		const days = { opensOn: textOf(data, 'opensOn'), closesOn: textOf(data, 'closesOn') };
		const { act, refused } = await readAct(data, locals.sendFile);
		const typed = { regulation: textOf(data, 'regulation'), ...days, act };
		if (refused) return orFail(refused, { typed, opened: undefined });
		const answer = await locals.call(openWindow, { body: typed });
		if (!answer.ok) return orFail(answer.refusal, { typed, opened: undefined });
		return { opened: { ...answer.value, ...days }, typed: undefined, problem: undefined, details: undefined };
	}
};
