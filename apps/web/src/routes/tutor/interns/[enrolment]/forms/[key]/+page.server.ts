import { loadInternCard } from '#lib/server/intern-card-page.ts';

export async function load(event) {
	const { path } = await event.parent();
	return loadInternCard(event, path);
}
