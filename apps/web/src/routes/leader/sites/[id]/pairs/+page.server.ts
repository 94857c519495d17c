import { beginPair, endPair, listPairs, logConsultation } from '@stazhirovka/contract/staff';
import { orError, orFail } from '#lib/server/answer.ts';
import { textOf } from '#lib/server/form-text.ts';

export async function load({ locals, params }) {
	return orError(await locals.call(listPairs, { params }));
}

const NOTHING = { typed: undefined, done: undefined, on: undefined };
const DONE = { ...NOTHING, done: 'saved', problem: undefined, details: undefined };

export const actions = {
	async begin({ locals, params, request }) {
		const data = await request.formData();
		const said = (name: string) => textOf(data, name).trim();
		const kind = said('kind') === 'schools' ? ('schools' as const) : ('people' as const);
		const typed = {
			...{ kind, supporter: said('supporter'), supported: said('supported') },
			...{ subject: said('subject'), since: said('since') }
		};
		const answer = await locals.call(beginPair, { params, body: typed });
		return answer.ok ? DONE : orFail(answer.refusal, { ...NOTHING, typed });
	},

	async end({ locals, request }) {
		const data = await request.formData();
		const body = { until: textOf(data, 'until') };
		const answer = await locals.call(endPair, { params: { id: textOf(data, 'pair') }, body });
		return answer.ok ? DONE : orFail(answer.refusal, NOTHING);
	},

	async log({ locals, request }) {
		const data = await request.formData();
		const said = (name: string) => textOf(data, name).trim();
		const on = { pair: said('pair'), participants: said('participants'), outcome: said('outcome') };
		const body = {
			...{ on: said('on'), delivery: said('delivery') },
			...{ participants: on.participants, outcome: on.outcome }
		};
		const answer = await locals.call(logConsultation, { params: { id: on.pair }, body });
		return answer.ok ? DONE : orFail(answer.refusal, { ...NOTHING, on });
	}
};
