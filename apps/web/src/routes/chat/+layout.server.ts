import { listRooms } from '@stazhirovka/contract/chat';
import { orError, signedIn } from '#lib/server/answer.ts';
import { dayIn } from '#lib/shell/dates.ts';

export async function load({ locals }) {
	signedIn(locals.actor);
	return {
		rooms: orError(await locals.call(listRooms, {})),
		today: dayIn(new Date(), 'Europe/Moscow')
	};
}
