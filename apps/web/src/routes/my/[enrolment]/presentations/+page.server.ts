import { listPresentations, releasePresentation, takePresentation } from '@stazhirovka/contract/results';
import type { RequestEvent } from '@sveltejs/kit';
import { orError } from '#lib/server/answer.ts';
import { moveSlot } from '#lib/server/presentations-page.ts';

export async function load({ locals, parent }) {
	const { path } = await parent();
	const params = { id: path.cohortId };
	return { presentations: orError(await locals.call(listPresentations, { params })) };
}

export const actions = {
	take: (event: RequestEvent) => moveSlot(event, takePresentation),
	release: (event: RequestEvent) => moveSlot(event, releasePresentation)
};
