import { finishDiagnosis } from '@stazhirovka/contract/diagnostics';
import { getForm, saveForm } from '@stazhirovka/contract/forms';
import type { RequestEvent } from '@sveltejs/kit';
import { toSheet } from '#lib/cards/sheet.ts';
import { sheetActions } from '#lib/forms/server/sheet-actions.ts';
import { orError } from '#lib/server/answer.ts';

type OnDiagnosis = RequestEvent<{ enrolment: string }>;

export async function load(event) {
	return { sheet: toSheet(orError(await ask(event))) };
}

export const actions = sheetActions<OnDiagnosis>({
	sheet: ask,
	save: ({ locals, params }, body) => locals.call(saveForm, { ...addressOf(params), body }),
	submit: ({ locals, params }, body) =>
		locals.call(finishDiagnosis, { params: { id: params.enrolment }, body }),
	asksUnanswered: true,
	after: ({ params }) => `/my/${params.enrolment}/deficit-card`
});

function ask({ locals, params }: Pick<OnDiagnosis, 'locals' | 'params'>) {
	return locals.call(getForm, addressOf(params));
}

function addressOf({ enrolment }: { enrolment: string }) {
	return { params: { id: enrolment, key: 'diagnostic' }, querystring: {} };
}
