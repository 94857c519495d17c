import { getPath } from '@stazhirovka/contract/cohorts';
import type { RequestEvent } from '@sveltejs/kit';
import { orError } from '#lib/server/answer.ts';
import { groupCardActions, loadGroupCard } from '#lib/server/group-card-page.ts';

export async function load({ locals, params, parent }) {
	const { path } = await parent();
	return loadGroupCard(locals, path.cohortId, params.key);
}

type OnGroupCard = RequestEvent<{ enrolment: string; key: string }>;

export const actions = groupCardActions(async ({ locals, params }: OnGroupCard) => {
	const path = orError(await locals.call(getPath, { params: { id: params.enrolment } }));
	return path.cohortId;
});
