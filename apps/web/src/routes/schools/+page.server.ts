import {
	listLowResultSchools,
	nameLowResultSchool,
	removeLowResultSchool,
	removeSchoolChange,
	tellSchoolChange,
	type LowResultSchoolFields
} from '@stazhirovka/contract/schools';
import { redirect } from '@sveltejs/kit';
import { yearsUntil } from '#lib/monitoring/years.ts';
import { changeBody, typedChange, type TypedChange } from '#lib/schools/typed-change.ts';
import { orError, orFail, signedIn } from '#lib/server/answer.ts';
import { textOf, textOrNull } from '#lib/server/form-text.ts';
import { sendTyped } from '#lib/server/send-typed.ts';
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
		// The same form sent twice is the same school, and the same result.
		...{ newId: crypto.randomUUID(), newChange: crypto.randomUUID() }
	};
}

/** What of the two forms of the page was typed; each keeps its own. */
const NONE: Kept = { typed: undefined, id: undefined, told: undefined, change: undefined };

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
		if (!answer.ok) return orFail(answer.refusal, { ...NONE, typed, id });
		redirect(303, `/schools?year=${year}&done=named`);
	},

	async remove({ locals, request }) {
		const data = await request.formData();
		const answer = await locals.call(removeLowResultSchool, { params: { id: textOf(data, 'school') } });
		if (!answer.ok) return orFail(answer.refusal, NONE);
		redirect(303, `/schools?year=${Number(textOf(data, 'year'))}&done=removed`);
	},

	async tell({ locals, request }) {
		const data = await request.formData();
		const typedOf = typedChange((name) => textOf(data, name));
		const params = { id: typedOf.school, change: textOf(data, 'change') };
		const answer = await sendTyped(locals.call, tellSchoolChange, { params, body: changeBody(typedOf) });
		if (!answer.ok) return orFail(answer.refusal, { ...NONE, told: typedOf, change: params.change });
		redirect(303, `/schools?year=${Number(textOf(data, 'year'))}&done=told`);
	},

	async untell({ locals, request }) {
		const data = await request.formData();
		const params = { id: textOf(data, 'school'), change: textOf(data, 'change') };
		const answer = await locals.call(removeSchoolChange, { params });
		if (!answer.ok) return orFail(answer.refusal, NONE);
		redirect(303, `/schools?year=${Number(textOf(data, 'year'))}&done=untold`);
	}
};

type Kept = {
	typed: Omit<LowResultSchoolFields, 'year'> | undefined;
	id: string | undefined;
	told: TypedChange | undefined;
	change: string | undefined;
};
