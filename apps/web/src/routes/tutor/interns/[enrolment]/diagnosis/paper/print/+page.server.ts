import { paperAt } from '#lib/diagnostics/server/paper.ts';

export async function load({ locals, params, url }) {
	const paper = await paperAt('entry')({ locals, params });
	return { paper, large: url.searchParams.has('large') };
}
