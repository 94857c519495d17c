import { listNews, listPublicProgrammes } from '@stazhirovka/contract/portal';
import { orError } from '#lib/server/answer.ts';

const NEWS_ON_HOME = 3;

export async function load({ locals }) {
	const [programmes, news] = await Promise.all([
		locals.call(listPublicProgrammes, {}),
		locals.call(listNews, {})
	]);
	return { programmes: orError(programmes), news: orError(news).slice(0, NEWS_ON_HOME) };
}
