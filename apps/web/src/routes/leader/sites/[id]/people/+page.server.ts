import { getSitePeople, markDuty } from '@stazhirovka/contract/staff';
import { orError, orFail } from '#lib/server/answer.ts';
import { textOf } from '#lib/server/form-text.ts';

export async function load({ locals, params, url }) {
	const done = ['appointed', 'agreement'].find((what) => url.searchParams.has(what));
	return { people: orError(await locals.call(getSitePeople, { params })), done };
}

export const actions = {
	async mark({ locals, params, request }) {
		const data = await request.formData();
		const said = (name: string) => textOf(data, name);
		const body = {
			...{ role: said('role'), duty: said('duty'), who: said('who') },
			...{ on: said('on'), note: said('note') }
		};
		const answer = await locals.call(markDuty, { params, body });
		if (!answer.ok) return orFail(answer.refusal, { done: undefined });
		return { done: 'marked', problem: undefined, details: undefined };
	}
};
