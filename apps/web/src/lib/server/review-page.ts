import {
	getReview,
	saveReview,
	sendReview,
	type Review,
	type ReviewTask
} from '@stazhirovka/contract/final-works';
import type { Answer, FormDefinition } from '@stazhirovka/domain/forms';
import type { RequestEvent } from '@sveltejs/kit';
import { toSheet } from '#lib/cards/sheet.ts';
import { filesOf } from '#lib/forms/server/files-of.ts';
import { sheetActions } from '#lib/forms/server/sheet-actions.ts';
import { decline } from './decline.ts';

type OnReview = RequestEvent<{ id: string }>;

/** The work beside the rubric, and which of the reviewer's other works waits next. */
export async function showReview({ locals }: Pick<OnReview, 'locals'>, review: Review, all: ReviewTask[]) {
	const definition = review.work.definition as FormDefinition;
	const answer = review.work.answer as Answer;

	return {
		review,
		work: { definition, answer, files: await filesOf(locals.call, definition, answer) },
		sheet: toSheet(review.sheet),
		now: new Date().toISOString(),
		next: all.find(({ id, sentAt }) => sentAt === null && id !== review.id) ?? null
	};
}

/** Saving, sending and giving a review back; `listOf` is the page of the reviewer's works. */
export function reviewActions<E extends OnReview>(listOf: (event: E) => string) {
	return {
		...sheetActions<E>({
			sheet: async ({ locals, params }) => {
				const told = await locals.call(getReview, { params: { id: params.id } });
				return told.ok ? { ok: true, value: told.value.sheet } : told;
			},
			save: ({ locals, params }, body) => locals.call(saveReview, { params: { id: params.id }, body }),
			submit: ({ locals, params }, body) => locals.call(sendReview, { params: { id: params.id }, body })
		}),
		decline: (event: E) => decline(event, listOf(event))
	};
}
