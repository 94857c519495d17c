import { getPlanDesk, PLAN_SHOWS } from '@stazhirovka/contract/plans';
import { orError } from '#lib/server/answer.ts';

export async function load({ locals, url }) {
	const show = PLAN_SHOWS.find((one) => one === url.searchParams.get('show')) ?? 'waiting';
	const search = url.searchParams.get('search') ?? '';
	const page = Math.max(1, Number(url.searchParams.get('page')) || 1);
	const asked = { show, search: search || undefined, page };
	return { desk: orError(await locals.call(getPlanDesk, { querystring: asked })), show, search, page };
}
