import { changeGroup, listGroups, openGroup } from '@stazhirovka/contract/staff';
import { error, redirect } from '@sveltejs/kit';
import { orError, orFail } from '#lib/server/answer.ts';
import { textOf } from '#lib/server/form-text.ts';
import { groupOf } from '#lib/staff/server/group-fields.ts';

/** The address of a group that is not there yet. */
const NEW = 'new';

export async function load({ locals, params }) {
	const { groups, can } = orError(await locals.call(listGroups, { params: { id: params.id } }));
	const group = groups.find(({ id }) => id === params.group);
	if (!can.write || (!group && params.group !== NEW))
		error(404, 'working_group.missing', { code: 'working_group.missing' });
	return { group };
}

export const actions = {
	async default({ locals, params, request }) {
		const data = await request.formData();
		const typed = groupOf(data);
		const revision = Number(textOf(data, 'revision'));
		const answer =
			params.group === NEW
				? await locals.call(openGroup, { params: { id: params.id }, body: typed })
				: await locals.call(changeGroup, { params: { id: params.group }, body: { ...typed, revision } });
		if (!answer.ok) return orFail(answer.refusal, { typed });
		redirect(303, `/leader/sites/${params.id}/groups?saved`);
	}
};
