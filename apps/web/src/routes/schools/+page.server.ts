import {
	listLowResultSchools,
	nameLowResultSchool,
	removeLowResultSchool
} from '@stazhirovka/contract/schools';
import { redirect } from '@sveltejs/kit';
import { yearsUntil } from '#lib/monitoring/years.ts';
import { orError, orFail, signedIn } from '#lib/server/answer.ts';
import { textOf, textOrNull } from '#lib/server/form-text.ts';
import { todayIn } from '#lib/server/today.ts';

export async function load({ locals, url }) {
	const me = signedIn(locals.actor);
	const years = yearsUntil(todayIn()).map(({ from }) => Number(from.slice(0, 4)));
	const asked = Number(url.searchParams.get('year'));
	const q = url.searchParams.get('q')?.trim() ?? '';
	const querystring = { ...(years.includes(asked) && { year: asked }), ...(q && { q }) };
	return {
		list: orError(await locals.call(listLowResultSchools, { querystring })),
		...{ years, q, keeper: me.homes.coordinator },
		done: url.searchParams.get('done'),
		// The same form sent twice is the same school.
		newId: crypto.randomUUID()
	};
}

export const actions = {
	async name({ locals, request }) {
		const data = await request.formData();
		const id = textOf(data, 'entry');
		const year = Number(textOf(data, 'year'));
		const typed = {
			...{ organisationId: textOf(data, 'organisationId'), source: textOf(data, 'source') },
			link: textOrNull(data, 'link')
		};
		const answer = await locals.call(nameLowResultSchool, { params: { id }, body: { ...typed, year } });
		if (!answer.ok) return orFail(answer.refusal, { typed, id });
		redirect(303, `/schools?year=${year}&done=named`);
	},

	async remove({ locals, request }) {
		const data = await request.formData();
		const answer = await locals.call(removeLowResultSchool, { params: { id: textOf(data, 'school') } });
		if (!answer.ok) return orFail(answer.refusal, { typed: undefined, id: undefined });
		redirect(303, `/schools?year=${Number(textOf(data, 'year'))}&done=removed`);
	}
};
