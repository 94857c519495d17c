import {
	cancelConsultation,
	closeConsultation,
	listHostedConsultations,
	openConsultations
} from '@stazhirovka/contract/consultations';
import { feedActions, NOTHING, WENT_WELL } from '#lib/consultations/server/feed-actions.ts';
import { offerOf, typedOf } from '#lib/consultations/server/offer.ts';
import { orError, orFail, signedIn } from '#lib/server/answer.ts';
import { textOf } from '#lib/server/form-text.ts';
import { sendTyped } from '#lib/server/send-typed.ts';

export async function load({ locals, url }) {
	signedIn(locals.actor);
	const past = url.searchParams.has('past');
	const querystring = past ? { past: 'all' as const } : {};
	const hosted = orError(await locals.call(listHostedConsultations, { querystring }));
	return { ...hosted, past, now: new Date().toISOString() };
}

export const actions = {
	...feedActions,

	async open({ locals, request }) {
		const typed = typedOf(await request.formData());
		const answer = await sendTyped(locals.call, openConsultations, { body: offerOf(typed) });
		if (!answer.ok) return orFail(answer.refusal, { ...NOTHING, typed });
		return { ...WENT_WELL, done: 'opened', count: answer.value.opened };
	},

	async cancel({ locals, request }) {
		const data = await request.formData();
		const body = { reason: textOf(data, 'reason').trim(), following: textOf(data, 'following') === 'yes' };
		const answer = await locals.call(cancelConsultation, { params: { id: textOf(data, 'slot') }, body });
		if (!answer.ok) return orFail(answer.refusal, NOTHING);
		return { ...WENT_WELL, done: 'cancelled', count: answer.value.told };
	},

	async close({ locals, request }) {
		const data = await request.formData();
		const attended = data.getAll('attended').filter((id) => typeof id === 'string');
		const body = { attended, result: textOf(data, 'result').trim() };
		const answer = await locals.call(closeConsultation, { params: { id: textOf(data, 'slot') }, body });
		return answer.ok ? { ...WENT_WELL, done: 'closed' } : orFail(answer.refusal, NOTHING);
	}
};
