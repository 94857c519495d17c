import {
	addDraftComment,
	getProgrammeDraft,
	listDraftComments,
	removeDraftComment,
	settleDraftComment
} from '@stazhirovka/contract/authoring';
import { isChapter } from '@stazhirovka/domain/outline';
import { error } from '@sveltejs/kit';
import { orError, orFail, signedIn } from '#lib/server/answer.ts';
import { textOf } from '#lib/server/form-text.ts';

export async function load({ locals, params }) {
	signedIn(locals.actor);
	const { id, chapter } = params;
	if (!isChapter(chapter)) return error(404, 'programme_draft.missing', { code: 'programme_draft.missing' });

	const [draft, comments] = await Promise.all([
		locals.call(getProgrammeDraft, { params: { id } }),
		locals.call(listDraftComments, { params: { id } })
	]);
	return { draft: orError(draft), comments: orError(comments), chapter };
}

export const actions = {
	async comment({ locals, params, request }) {
		const data = await request.formData();
		const place = textOf(data, 'place');
		const body = { part: place.split('.')[0] ?? null, place, text: textOf(data, 'text') };
		const answer = await locals.call(addDraftComment, { params: { id: params.id }, body });
		return answer.ok ? undefined : orFail(answer.refusal);
	},

	async settle({ locals, request }) {
		const data = await request.formData();
		const body = { settled: textOf(data, 'settled') === 'yes' };
		const answer = await locals.call(settleDraftComment, { params: { id: textOf(data, 'id') }, body });
		return answer.ok ? undefined : orFail(answer.refusal);
	},

	async removeComment({ locals, request }) {
		const id = textOf(await request.formData(), 'id');
		const answer = await locals.call(removeDraftComment, { params: { id } });
		return answer.ok ? undefined : orFail(answer.refusal);
	}
};
