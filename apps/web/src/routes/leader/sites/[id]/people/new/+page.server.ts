import { appointPerson, getSitePeople } from '@stazhirovka/contract/staff';
import { redirect } from '@sveltejs/kit';
import { orError, orFail } from '#lib/server/answer.ts';
import { textOf, textOrNull } from '#lib/server/form-text.ts';
import { paperOf } from '#lib/staff/server/papers.ts';

export async function load({ locals, params, url }) {
	const people = orError(await locals.call(getSitePeople, { params }));
	const roles = people.roles.map(({ key, title, minutes, byAct }) => ({ key, title, minutes, byAct }));
	return { roles, acts: people.acts, chosen: url.searchParams.get('role') };
}

export const actions = {
	async default({ locals, params, request }) {
		const data = await request.formData();
		const said = (name: string) => textOf(data, name).trim();
		const typed = {
			...{ role: said('role'), name: said('name'), position: said('position'), email: said('email') },
			...{ from: said('from'), act: paperOf(data, 'act'), actId: textOrNull(data, 'actId') },
			minutes: paperOf(data, 'minutes')
		};
		const answer = await locals.call(appointPerson, { params, body: typed });
		if (!answer.ok) return orFail(answer.refusal, { typed });
		redirect(303, `/leader/sites/${params.id}/people?appointed`);
	}
};
