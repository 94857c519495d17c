import type { Path } from '@stazhirovka/contract/cohorts';
import type { RequestEvent } from '@sveltejs/kit';
import { activityOf, loadCard } from './card-page.ts';

type OnCard = RequestEvent<{ enrolment: string; key: string }>;

/** An intern's card for the tutor to read. A card on recordings is chosen from the list of them first. */
export async function loadInternCard(event: Pick<OnCard, 'locals' | 'params' | 'url'>, path: Path) {
	const occasion = event.url.searchParams.get('occasion');
	const activity = occasion ? null : await activityOf(event, path);
	if (activity?.videos.length) return { activity, card: null };

	return { activity: null, card: await loadCard(event, path) };
}
