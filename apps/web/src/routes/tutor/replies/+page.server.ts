import {
	addQuickReply,
	comeBack,
	getAway,
	goAway,
	listQuickReplies,
	removeQuickReply
} from '@stazhirovka/contract/answering';
import { orError, orFail } from '#lib/server/answer.ts';
import { textOf } from '#lib/server/form-text.ts';

export async function load({ locals }) {
	const [replies, away] = await Promise.all([locals.call(listQuickReplies, {}), locals.call(getAway, {})]);
	return { replies: orError(replies), away: orError(away).away };
}

const NOTHING = { done: undefined, typed: undefined };
const WENT_WELL = { ...NOTHING, problem: undefined, details: undefined };

export const actions = {
	async add({ locals, request }) {
		const text = textOf(await request.formData(), 'text').trim();
		const answer = await locals.call(addQuickReply, { body: { text } });
		return answer.ok ? { ...WENT_WELL, done: 'added' } : orFail(answer.refusal, NOTHING);
	},

	async remove({ locals, request }) {
		const id = textOf(await request.formData(), 'reply');
		const answer = await locals.call(removeQuickReply, { params: { id } });
		return answer.ok ? { ...WENT_WELL, done: 'removed' } : orFail(answer.refusal, NOTHING);
	},

	async away({ locals, request }) {
		const data = await request.formData();
		const typed = { until: textOf(data, 'until').trim(), note: textOf(data, 'note').trim() };
		const answer = await locals.call(goAway, { body: typed });
		return answer.ok ? { ...WENT_WELL, done: 'away' } : orFail(answer.refusal, { ...NOTHING, typed });
	},

	async back({ locals }) {
		const answer = await locals.call(comeBack, {});
		return answer.ok ? { ...WENT_WELL, done: 'back' } : orFail(answer.refusal, NOTHING);
	}
};
