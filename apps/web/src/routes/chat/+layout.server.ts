import { listReports, listRooms } from '@stazhirovka/contract/chat';
import { listSpaces } from '@stazhirovka/contract/spaces';
import { orError, signedIn } from '#lib/server/answer.ts';
import { dayIn } from '#lib/shell/dates.ts';

export async function load({ locals }) {
	signedIn(locals.actor);
	const [rooms, spaces, reports] = await Promise.all([
		locals.call(listRooms, {}),
		locals.call(listSpaces, {}),
		locals.call(listReports, { querystring: { settled: 'false' } })
	]);
	return {
		rooms: orError(rooms),
		hasReports: orError(reports).reports.length > 0,
		joinable: orError(spaces).filter(({ joined }) => !joined),
		today: dayIn(new Date(), 'Europe/Moscow')
	};
}
