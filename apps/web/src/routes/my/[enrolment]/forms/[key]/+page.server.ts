import { redirect } from '@sveltejs/kit';
import { ownPage } from '#lib/cards/addresses.ts';
import { cardActions, loadCard } from '#lib/server/card-page.ts';

export async function load(event) {
	const page = ownPage(event.params.key);
	if (page) redirect(303, `/my/${event.params.enrolment}/${page}`);

	const { path } = await event.parent();
	return loadCard(event, path);
}

export const actions = cardActions;
