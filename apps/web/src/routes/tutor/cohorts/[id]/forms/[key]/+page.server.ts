import { getCohort } from '@stazhirovka/contract/cohorts';
import type { RequestEvent } from '@sveltejs/kit';
import { orError, signedIn } from '#lib/server/answer.ts';
import { groupCardActions, loadGroupCard } from '#lib/server/group-card-page.ts';

export async function load({ locals, params: { id, key } }) {
	signedIn(locals.actor);
	const [cohort, card] = await Promise.all([
		locals.call(getCohort, { params: { id } }),
		loadGroupCard(locals, id, key)
	]);
	return { cohort: orError(cohort), ...card };
}

export const actions = groupCardActions(({ params }: RequestEvent<{ id: string; key: string }>) => params.id);
