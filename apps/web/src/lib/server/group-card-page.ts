import { getGroupForm, saveGroupForm } from '@stazhirovka/contract/forms';
import type { RequestEvent } from '@sveltejs/kit';
import { toSheet } from '#lib/cards/sheet.ts';
import { sheetActions } from '#lib/forms/server/sheet-actions.ts';
import { orError } from '#lib/server/answer.ts';

/** The card that a group fills together is never handed in: it is only saved. */
export async function loadGroupCard(locals: App.Locals, cohort: string, key: string) {
	const told = await locals.call(getGroupForm, { params: { id: cohort, key }, querystring: {} });
	return { sheet: toSheet(orError(told)) };
}

/** `cohortOf`: the group whose card the page shows. */
export function groupCardActions<E extends RequestEvent<{ key: string }>>(
	cohortOf: (event: E) => string | Promise<string>
) {
	const addressOf = async (event: E) => ({
		params: { id: await cohortOf(event), key: event.params.key },
		querystring: {}
	});

	const { save } = sheetActions<E>({
		sheet: async (event) => event.locals.call(getGroupForm, await addressOf(event)),
		save: async (event, body) => event.locals.call(saveGroupForm, { ...(await addressOf(event)), body }),
		submit: async (event, body) => event.locals.call(saveGroupForm, { ...(await addressOf(event)), body })
	});
	return { save };
}
