import {
	getRecommendations,
	saveRecommendations,
	submitRecommendations
} from '@stazhirovka/contract/results';
import type { Answer, FormDefinition } from '@stazhirovka/domain/forms';
import type { RequestEvent } from '@sveltejs/kit';
import { toSheet } from '#lib/cards/sheet.ts';
import { filesOf } from '#lib/forms/server/files-of.ts';
import { sheetActions } from '#lib/forms/server/sheet-actions.ts';
import { orError, signedIn } from '#lib/server/answer.ts';

type OnTable = RequestEvent<{ id: string }>;

export async function load({ locals, params }) {
	signedIn(locals.actor);
	const table = orError(await locals.call(getRecommendations, { params }));
	const definition = table.definition as FormDefinition;
	const files = await Promise.all(
		table.versions.slice(-2).map(({ answer }) => filesOf(locals.call, definition, answer as Answer))
	);
	return { table, definition, sheet: toSheet(table.sheet), files: files.flat() };
}

export const actions = sheetActions<OnTable>({
	sheet: async ({ locals, params }) => {
		const told = await locals.call(getRecommendations, { params });
		return told.ok ? { ok: true, value: told.value.sheet } : told;
	},
	save: ({ locals, params }, body) => locals.call(saveRecommendations, { params, body }),
	submit: ({ locals, params }, body, confirmedPrivacy) =>
		locals.call(submitRecommendations, { params, body: { ...body, confirmedPrivacy } })
});
