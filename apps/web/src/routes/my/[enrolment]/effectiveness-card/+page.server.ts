import { saveForm } from '@stazhirovka/contract/forms';
import { getEffectivenessCard, postEffectivenessCard } from '@stazhirovka/contract/tasks';
import type { RequestEvent } from '@sveltejs/kit';
import { toSheet } from '#lib/cards/sheet.ts';
import { filesOf } from '#lib/forms/server/files-of.ts';
import { sheetActions } from '#lib/forms/server/sheet-actions.ts';
import { explain } from '#lib/problems.ts';
import { orError } from '#lib/server/answer.ts';

type OnCard = RequestEvent<{ enrolment: string }>;

export async function load({ locals, params }) {
	const card = orError(await ask({ locals, params }));
	const sheet = toSheet(card.sheet);
	const locked = card.reason && explain(card.reason.code);
	return { card, locked, sheet, files: await filesOf(locals.call, sheet.definition, sheet.answer) };
}

export const actions = sheetActions<OnCard>({
	sheet: async (event) => {
		const told = await ask(event);
		return told.ok ? { ok: true, value: told.value.sheet } : told;
	},
	save: ({ locals, params }, body) =>
		locals.call(saveForm, {
			params: { id: params.enrolment, key: 'effectiveness_card' },
			querystring: {},
			body
		}),
	submit: ({ locals, params }, body, confirmedPrivacy) =>
		locals.call(postEffectivenessCard, {
			params: { id: params.enrolment },
			body: { ...body, confirmedPrivacy }
		})
});

function ask({ locals, params }: Pick<OnCard, 'locals' | 'params'>) {
	return locals.call(getEffectivenessCard, { params: { id: params.enrolment } });
}
