import { getProgrammeDraft, listDraftCandidates, listDraftComments } from '@stazhirovka/contract/authoring';
import { draftActions } from '#lib/programme-drafts/server/draft-actions.ts';
import { orError } from '#lib/server/answer.ts';

export async function load({ locals, params }) {
	const draft = orError(await locals.call(getProgrammeDraft, { params }));
	const [comments, candidates] = await Promise.all([
		draft.can.comment ? locals.call(listDraftComments, { params }) : null,
		draft.can.share ? locals.call(listDraftCandidates, { params }) : null
	]);
	return {
		draft,
		comments: comments ? orError(comments) : [],
		candidates: candidates ? orError(candidates) : []
	};
}

export const actions = draftActions;
