import { answerFollowUp, getFollowUp } from '@stazhirovka/contract/surveys';
import type { FormDefinition } from '@stazhirovka/domain/forms';
import { ok } from '@stazhirovka/domain/result';
import type { RequestEvent } from '@sveltejs/kit';
import { sheetActions } from '#lib/forms/server/sheet-actions.ts';
import { orError } from '#lib/server/answer.ts';

type OnSurvey = RequestEvent<{ enrolment: string }>;

export async function load({ locals, params }) {
	const survey = orError(await ask({ locals, params }));
	return { survey, definition: survey.definition as FormDefinition };
}

const { submit } = sheetActions<OnSurvey>({
	sheet: ask,
	// The answers are anonymous: a draft is kept nowhere but in the browser.
	save: async (_, { revision }) => ok({ revision }),
	submit: ({ locals, params }, { answer }) =>
		locals.call(answerFollowUp, { params: { id: params.enrolment }, body: { answer } })
});

/** Enter in a form without scripts asks to save: there is no saving here, so it is taken as sending. */
export const actions = { submit, save: submit };

function ask({ locals, params }: Pick<OnSurvey, 'locals' | 'params'>) {
	return locals.call(getFollowUp, { params: { id: params.enrolment } });
}
