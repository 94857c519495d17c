import { getMasterMerge, getProgrammeDraft, takeFromMaster } from '@stazhirovka/contract/authoring';
import { redirect } from '@sveltejs/kit';
import { orError, orFail } from '#lib/server/answer.ts';
import { textOf } from '#lib/server/form-text.ts';

export async function load({ locals, params }) {
	const [draft, merge] = await Promise.all([
		locals.call(getProgrammeDraft, { params }),
		locals.call(getMasterMerge, { params })
	]);
	return { draft: orError(draft), merge: orError(merge) };
}

export const actions = {
	async default({ locals, params, request }) {
		const data = await request.formData();
		const take = data.getAll('part').map((value) => {
			const [part = '', revision = '0'] = String(value).split(' ');
			return { part, revision: Number(revision) };
		});
		const body = { versionId: textOf(data, 'version'), take };
		const answer = await locals.call(takeFromMaster, { params, body });
		if (!answer.ok) return orFail(answer.refusal);
		redirect(303, `/leader/programmes/drafts/${params.id}`);
	}
};
