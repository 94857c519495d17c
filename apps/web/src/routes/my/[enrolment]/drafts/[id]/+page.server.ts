import { getDraftReading, saveDraftComment, sendDraftComment } from '@stazhirovka/contract/draft-rounds';
import type { Answer, FormDefinition } from '@stazhirovka/domain/forms';
import type { RequestEvent } from '@sveltejs/kit';
import { toSheet } from '#lib/cards/sheet.ts';
import { filesOf } from '#lib/forms/server/files-of.ts';
import { sheetActions } from '#lib/forms/server/sheet-actions.ts';
import { orError } from '#lib/server/answer.ts';

type OnReading = RequestEvent<{ enrolment: string; id: string }>;

const ask = ({ locals, params }: Pick<OnReading, 'locals' | 'params'>) =>
	locals.call(getDraftReading, { params: { id: params.id } });

export async function load({ locals, params }) {
	const reading = orError(await ask({ locals, params }));
	const definition = reading.draft.definition as FormDefinition;
	const answer = reading.draft.answer as Answer;
	return {
		reading,
		draft: { definition, answer, files: await filesOf(locals.call, definition, answer) },
		sheet: toSheet(reading.sheet)
	};
}

export const actions = sheetActions<OnReading>({
	sheet: async (event) => {
		const told = await ask(event);
		return told.ok ? { ok: true, value: told.value.sheet } : told;
	},
	save: ({ locals, params }, body) => locals.call(saveDraftComment, { params: { id: params.id }, body }),
	submit: ({ locals, params }, body) => locals.call(sendDraftComment, { params: { id: params.id }, body })
});
