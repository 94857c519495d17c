import { endOtherSessions, endSession, listSessions } from '@stazhirovka/contract/accounts';
import { orError, orFail } from '#lib/server/answer.ts';
import { deviceName } from '#lib/server/device-name.ts';
import { textOf } from '#lib/server/form-text.ts';

export async function load({ locals }) {
	const sessions = orError(await locals.call(listSessions, {}));
	return { sessions: sessions.map((session) => ({ ...session, device: deviceName(session.device) })) };
}

export const actions = {
	async end({ locals, request }) {
		const id = textOf(await request.formData(), 'id');
		const answer = await locals.call(endSession, { params: { id } });
		if (!answer.ok) return orFail(answer.refusal);
	},

	async others({ locals }) {
		const answer = await locals.call(endOtherSessions, {});
		if (!answer.ok) return orFail(answer.refusal);
	}
};
