import { getReview, listMyReviews, saveReview, sendReview } from '@stazhirovka/contract/final-works';
import type { Answer, FormDefinition } from '@stazhirovka/domain/forms';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { toSheet } from '#lib/cards/sheet.ts';
import { filesOf } from '#lib/forms/server/files-of.ts';
import { sheetActions } from '#lib/forms/server/sheet-actions.ts';
import { orError } from '#lib/server/answer.ts';
import { decline } from '#lib/server/decline.ts';

type OnReview = RequestEvent<{ enrolment: string; id: string }>;

export async function load({ locals, params }) {
	const [told, list] = await Promise.all([
		locals.call(getReview, { params: { id: params.id } }),
		locals.call(listMyReviews, { params: { id: params.enrolment } })
	]);
	if (!told.ok && told.refusal.code === 'review.calibrate_first')
		redirect(303, `/my/${params.enrolment}/reviews/calibration`);
	const review = orError(told);
	const definition = review.work.definition as FormDefinition;
	const answer = review.work.answer as Answer;

	return {
		review,
		work: { definition, answer, files: await filesOf(locals.call, definition, answer) },
		sheet: toSheet(review.sheet),
		now: new Date().toISOString(),
		next: orError(list).find(({ id, sentAt }) => sentAt === null && id !== params.id) ?? null
	};
}

export const actions = {
	...sheetActions<OnReview>({
		sheet: async ({ locals, params }) => {
			const told = await locals.call(getReview, { params: { id: params.id } });
			return told.ok ? { ok: true, value: told.value.sheet } : told;
		},
		save: ({ locals, params }, body) => locals.call(saveReview, { params: { id: params.id }, body }),
		submit: ({ locals, params }, body) => locals.call(sendReview, { params: { id: params.id }, body })
	}),
	decline: (event: OnReview) => decline(event, `/my/${event.params.enrolment}/reviews`)
};
