import {
	declareConflict,
	getApplicationToReview,
	listMyExpertWork,
	saveApplicationReview,
	submitApplicationReview
} from '@stazhirovka/contract/councils';
import { refuse } from '@stazhirovka/domain/result';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { toSheet, type Sheet } from '#lib/cards/sheet.ts';
import { declareFrom } from '#lib/councils/server/declaring.ts';
import { filesOf } from '#lib/forms/server/files-of.ts';
import { sheetActions } from '#lib/forms/server/sheet-actions.ts';
import { orError, orFail } from '#lib/server/answer.ts';
import { textOf } from '#lib/server/form-text.ts';

type OnApplication = RequestEvent<{ id: string }>;

export async function load({ locals, params }) {
	const told = await locals.call(getApplicationToReview, { params });
	const closed = told.ok ? undefined : await mineToDeclare(locals, params.id);
	if (closed) return { closed };

	const read = orError(told);
	const sheets = await Promise.all(
		read.sheets.map(async ({ kind, ...filled }) => {
			const sheet = filled as Pick<Sheet, 'definition' | 'answer'>;
			return { kind, sheet, files: await filesOf(locals.call, sheet.definition, sheet.answer) };
		})
	);
	return { closed, read, sheets, sheet: read.review && toSheet(read.review.sheet) };
}

const reviewing = sheetActions<OnApplication>({
	sheet: async (event) => {
		const told = await mine(event);
		return told.ok ? { ok: true, value: told.value.sheet } : told;
	},
	save: async (event, body) => {
		const told = await mine(event);
		if (!told.ok) return told;
		return event.locals.call(saveApplicationReview, { params: { id: told.value.id }, body });
	},
	submit: async (event, body) => {
		const told = await mine(event);
		if (!told.ok) return told;
		return event.locals.call(submitApplicationReview, { params: { id: told.value.id }, body });
	}
});

export const actions = {
	...reviewing,

	declare: declareFrom,

	async conflict({ locals, params, request }: OnApplication) {
		const reason = textOf(await request.formData(), 'reason');
		const answer = await locals.call(declareConflict, { params, body: { conflict: true, reason } });
		if (!answer.ok) return orFail(answer.refusal, { reason });
		redirect(303, '/expert?done=declared');
	}
};

/** What my council judges but I may not read: without a declaration, or in conflict. Anything else is not there. */
async function mineToDeclare(locals: App.Locals, id: string) {
	const work = await locals.call(listMyExpertWork, {});
	return work.ok ? work.value.applications.find(({ application }) => application.id === id) : undefined;
}

/** My review of the application; that there is none is told as a thing that is not there. */
async function mine({ locals, params }: OnApplication) {
	const told = await locals.call(getApplicationToReview, { params });
	if (!told.ok) return told;
	const problem = { code: 'review.missing', message: 'review.missing' };
	const { review } = told.value;
	return review ? { ok: true as const, value: review } : refuse({ code: problem.code, status: 404, problem });
}
