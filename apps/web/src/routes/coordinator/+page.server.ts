import { listAwaitingBatches } from '@stazhirovka/contract/certificate-batches';
import { listKeptCoordinators } from '@stazhirovka/contract/coordinators';
import { listEndingSites } from '@stazhirovka/contract/sites';
import { orError, signedIn } from '#lib/server/answer.ts';

export async function load({ locals }) {
	signedIn(locals.actor);
	const [endings, coordinators, awaiting] = await Promise.all([
		locals.call(listEndingSites, {}),
		locals.call(listKeptCoordinators, {}),
		locals.call(listAwaitingBatches, {})
	]);
	const own = orError(coordinators).flatMap(({ region, coordinators: rows }) =>
		rows.filter(({ self, now }) => self && now).map((row) => ({ ...row, region: region.title }))
	);
	return {
		endings: orError(endings),
		awaiting: orError(awaiting),
		own
	};
}
