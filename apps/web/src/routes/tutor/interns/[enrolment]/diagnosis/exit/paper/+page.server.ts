import { paperActions, paperAt } from '#lib/diagnostics/server/paper.ts';

const STAGE = 'exit';

export async function load({ locals, params, url }) {
	const paper = await paperAt(STAGE)({ locals, params });
	return { paper, again: url.searchParams.has('again') };
}

export const actions = paperActions(STAGE);
