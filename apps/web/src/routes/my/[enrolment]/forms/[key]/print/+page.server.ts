import { loadCard } from '#lib/server/card-page.ts';

export async function load(event) {
	const { path } = await event.parent();
	return { ...(await loadCard(event, path)), blank: event.url.searchParams.has('blank') };
}
