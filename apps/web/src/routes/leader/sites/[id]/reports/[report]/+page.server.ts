import { beginAsked, fillReport, getReport, saveReport, submitReport } from '@stazhirovka/contract/plans';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { toSheet } from '#lib/cards/sheet.ts';
import { sheetActions } from '#lib/forms/server/sheet-actions.ts';
import { orError, orFail, signedIn } from '#lib/server/answer.ts';
import { textOf } from '#lib/server/form-text.ts';

type OnReport = RequestEvent<{ id: string; report: string }>;

export async function load({ locals, params }) {
	signedIn(locals.actor);
	const report = orError(await ask({ locals, params }));
	return { report, sheet: toSheet(report.sheet) };
}

export const actions = {
	...sheetActions<OnReport>({
		sheet: async (event) => {
			const told = await ask(event);
			return told.ok ? { ok: true, value: told.value.sheet } : told;
		},
		save: ({ locals, params }, body) => locals.call(saveReport, { params: { id: params.report }, body }),
		submit: ({ locals, params }, body) => locals.call(submitReport, { params: { id: params.report }, body })
	}),

	async begin({ locals, params, url }: OnReport) {
		const answer = await locals.call(beginAsked, { params: { id: params.report } });
		if (!answer.ok) return orFail(answer.refusal);
		redirect(303, url.pathname);
	},

	async fill({ locals, params, request }: OnReport) {
		const data = await request.formData();
		const days = { from: textOf(data, 'from'), to: textOf(data, 'to') };
		const body = { revision: Number(textOf(data, 'revision')) || 0, ...days };
		const answer = await locals.call(fillReport, { params: { id: params.report }, body });
		return answer.ok ? { filled: answer.value } : orFail(answer.refusal, { days });
	}
};

function ask({ locals, params }: Pick<OnReport, 'locals' | 'params'>) {
	return locals.call(getReport, { params: { id: params.report } });
}
