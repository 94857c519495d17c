import { getFinalWork } from '@stazhirovka/contract/final-works';
import { decideAppeal, getAppeal, saveAppeal, sendAppeal } from '@stazhirovka/contract/results';
import type { Answer, FormDefinition } from '@stazhirovka/domain/forms';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { toSheet } from '#lib/cards/sheet.ts';
import { filesOf } from '#lib/forms/server/files-of.ts';
import { sheetActions } from '#lib/forms/server/sheet-actions.ts';
import { marksOf, typedDecision } from '#lib/results/typed-decision.ts';
import { orError, orFail, signedIn } from '#lib/server/answer.ts';
import { sendTyped } from '#lib/server/send-typed.ts';

type OnAppeal = RequestEvent<{ id: string }>;

export async function load({ locals, params, url }) {
	signedIn(locals.actor);
	const [told, seen] = await Promise.all([
		locals.call(getAppeal, { params }),
		locals.call(getFinalWork, { params })
	]);
	const appeal = orError(told);
	const work = orError(seen);
	const definition = work.definition as FormDefinition;
	const answer = work.answer as Answer;
	const files = appeal.mine ? [] : await filesOf(locals.call, definition, answer);

	return {
		appeal,
		work,
		shown: { definition, answer, files },
		sheet: toSheet(appeal.sheet),
		done: url.searchParams.has('done')
	};
}

export const actions = {
	...sheetActions<OnAppeal>({
		sheet: async ({ locals, params }) => {
			const told = await locals.call(getAppeal, { params });
			return told.ok ? { ok: true, value: told.value.sheet } : told;
		},
		save: ({ locals, params }, body) => locals.call(saveAppeal, { params, body }),
		submit: ({ locals, params }, body, confirmedPrivacy) =>
			locals.call(sendAppeal, { params, body: { ...body, confirmedPrivacy } })
	}),

	async decide({ locals, params, request }: OnAppeal) {
		const typed = typedDecision(await request.formData());
		const { changes, conclusion, choice } = typed;
		const body = { marks: marksOf(typed), changes, conclusion, passed: choice === 'passed' };
		const answer = await sendTyped(locals.call, decideAppeal, { params, body });
		if (!answer.ok) return orFail(answer.refusal, { typed });
		redirect(303, `/works/${params.id}/appeal?done`);
	}
};
