import { listActs } from '@stazhirovka/contract/sites';
import { orError, signedIn } from '#lib/server/answer.ts';
import { pageIn } from '#lib/sites/server/filter.ts';

export async function load({ locals, url }) {
	signedIn(locals.actor);
	const { searchParams } = url;
	const q = searchParams.get('q')?.trim().slice(0, 200) ?? '';
	const scan = searchParams.get('scan') === 'none' ? ('none' as const) : undefined;
	const list = orError(await locals.call(listActs, { querystring: { q, scan, page: pageIn(url) } }));
	return { ...list, q, scan, granted: searchParams.has('granted') };
}
