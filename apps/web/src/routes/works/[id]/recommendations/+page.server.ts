import {
	getRecommendations,
	reopenRecommendations,
	saveRecommendations,
	submitRecommendations
} from '@stazhirovka/contract/results';
import type { Answer, FormDefinition } from '@stazhirovka/domain/forms';
import type { RequestEvent } from '@sveltejs/kit';
import { toSheet } from '#lib/cards/sheet.ts';
import { filesOf } from '#lib/forms/server/files-of.ts';
import { sheetActions } from '#lib/forms/server/sheet-actions.ts';
import { orError, orFail, signedIn } from '#lib/server/answer.ts';
import { textOf } from '#lib/server/form-text.ts';

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

const ofAuthor = sheetActions<OnTable>({
	sheet: async ({ locals, params }) => {
		const told = await locals.call(getRecommendations, { params });
		return told.ok ? { ok: true, value: told.value.sheet } : told;
	},
	save: ({ locals, params }, body) => locals.call(saveRecommendations, { params, body }),
	submit: ({ locals, params }, body, confirmedPrivacy) =>
		locals.call(submitRecommendations, { params, body: { ...body, confirmedPrivacy } })
});

export const actions = {
	...ofAuthor,

	async reopen({ locals, params, request }: OnTable) {
		const body = { reason: textOf(await request.formData(), 'reason') };
		const answer = await locals.call(reopenRecommendations, { params, body });
		return answer.ok ? { reopened: true } : orFail(answer.refusal, { reopened: false });
	}
};
