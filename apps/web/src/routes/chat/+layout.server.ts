import { listRooms } from '@stazhirovka/contract/chat';
import { listSpaces } from '@stazhirovka/contract/spaces';
import { orError, signedIn } from '#lib/server/answer.ts';
import { dayIn } from '#lib/shell/dates.ts';

export async function load({ locals }) {
	signedIn(locals.actor);
	const [rooms, spaces] = await Promise.all([locals.call(listRooms, {}), locals.call(listSpaces, {})]);
	return {
		rooms: orError(rooms),
		joinable: orError(spaces).filter(({ joined }) => !joined),
		today: dayIn(new Date(), 'Europe/Moscow')
	};
}
