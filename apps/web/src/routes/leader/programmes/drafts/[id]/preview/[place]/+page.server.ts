import { error } from '@sveltejs/kit';
import { filledAt, isMade } from '#lib/previewing/places.ts';

export function load({ params }) {
	const previewed = filledAt(params.place);
	if (!previewed && !isMade(params.place)) error(404, { message: 'page.missing', code: 'page.missing' });
	return { previewed, place: params.place };
}
