import { getExample, publishExample, retireExample, saveExample } from '@stazhirovka/contract/calibration';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { toSheet } from '#lib/cards/sheet.ts';
import { sheetActions } from '#lib/forms/server/sheet-actions.ts';
import { orError, orFail, signedIn } from '#lib/server/answer.ts';

type OnExample = RequestEvent<{ id: string; example: string }>;

const listOf = ({ params }: OnExample) => `/tutor/cohorts/${params.id}/calibration`;

export async function load({ locals, params }) {
	signedIn(locals.actor);
	const example = orError(await locals.call(getExample, { params }));
	return { example, sheet: toSheet(example.sheet) };
}

export const actions = {
	...sheetActions<OnExample>({
		sheet: async ({ locals, params }) => {
			const told = await locals.call(getExample, { params });
			return told.ok ? { ok: true, value: told.value.sheet } : told;
		},
		save: ({ locals, params }, body) => locals.call(saveExample, { params, body }),
		submit: ({ locals, params }, body, confirmedPrivacy) =>
			locals.call(publishExample, { params, body: { ...body, confirmedPrivacy } }),
		after: listOf
	}),

	async retire(event: OnExample) {
		const answer = await event.locals.call(retireExample, { params: event.params });
		if (!answer.ok) return orFail(answer.refusal);
		redirect(303, listOf(event));
	}
};
