import { getMyDraftRound } from '@stazhirovka/contract/draft-rounds';
import { getMyFinalWork, inviteAdministration, publishFinalWork } from '@stazhirovka/contract/final-works';
import { saveForm } from '@stazhirovka/contract/forms';
import { rateReview } from '@stazhirovka/contract/results';
import type { Usefulness } from '@stazhirovka/domain/results';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { toSheet } from '#lib/cards/sheet.ts';
import { filesOf } from '#lib/forms/server/files-of.ts';
import { sheetActions } from '#lib/forms/server/sheet-actions.ts';
import { explain } from '#lib/problems.ts';
import { orError, orFail } from '#lib/server/answer.ts';
import { textOf } from '#lib/server/form-text.ts';

type OnWork = RequestEvent<{ enrolment: string }>;

export async function load({ locals, params }) {
	const [told, drafts] = await Promise.all([
		ask({ locals, params }),
		locals.call(getMyDraftRound, { params: { id: params.enrolment } })
	]);
	const work = orError(told);
	const sheet = toSheet(work.sheet);
	const locked = work.reason && explain(work.reason.code);
	const files = await filesOf(locals.call, sheet.definition, sheet.answer);
	return { work, locked, sheet, files, drafts: orError(drafts) };
}

export const actions = {
	...sheetActions<OnWork>({
		sheet: async (event) => {
			const told = await ask(event);
			return told.ok ? { ok: true, value: told.value.sheet } : told;
		},
		save: ({ locals, params }, body) =>
			locals.call(saveForm, {
				params: { id: params.enrolment, key: 'final_work' },
				querystring: {},
				body
			}),
		submit: ({ locals, params }, body, confirmedPrivacy) =>
			locals.call(publishFinalWork, {
				params: { id: params.enrolment },
				body: { ...body, confirmedPrivacy }
			}),
		place: ({ params }) => ({ enrolmentId: params.enrolment })
	}),

	async rate({ locals, request, url }: OnWork) {
		const data = await request.formData();
		const rated = textOf(data, 'review');
		const answer = textOf(data, 'skip') ? 'skipped' : textOf(data, 'answer');
		const told = await locals.call(rateReview, {
			params: { id: rated },
			body: { answer: answer as Usefulness, reason: textOf(data, 'reason') }
		});
		if (!told.ok) return orFail(told.refusal, { rated });
		redirect(303, url.pathname);
	},

	async invite({ locals, params }: OnWork) {
		const answer = await locals.call(inviteAdministration, { params: { id: params.enrolment } });
		return answer.ok
			? { invitation: answer.value, problem: undefined, details: undefined }
			: orFail(answer.refusal, { invitation: undefined });
	}
};

function ask({ locals, params }: Pick<OnWork, 'locals' | 'params'>) {
	return locals.call(getMyFinalWork, { params: { id: params.enrolment } });
}
