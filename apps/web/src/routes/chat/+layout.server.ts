import { areReportsWaiting, listRooms } from '@stazhirovka/contract/chat';
import { listSpaces } from '@stazhirovka/contract/spaces';
import { orError, signedIn } from '#lib/server/answer.ts';

export async function load({ locals }) {
	signedIn(locals.actor);
	const [rooms, spaces, reports] = await Promise.all([
		locals.call(listRooms, {}),
		locals.call(listSpaces, {}),
		locals.call(areReportsWaiting, {})
	]);
	return {
		rooms: orError(rooms),
		hasReports: orError(reports).waiting,
		joinable: orError(spaces).filter(({ joined }) => !joined),
		now: new Date().toISOString()
	};
}
