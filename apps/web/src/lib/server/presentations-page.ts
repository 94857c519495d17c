import { getCohort } from '@stazhirovka/contract/cohorts';
import {
	listPresentations,
	openPresentations,
	removePresentation,
	type releasePresentation,
	type takePresentation
} from '@stazhirovka/contract/results';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { orError, orFail, signedIn } from '#lib/server/answer.ts';
import { numberOf } from '#lib/server/form-number.ts';
import { textOf } from '#lib/server/form-text.ts';

type OnBoard = RequestEvent<{ id: string }>;
type SlotMove = typeof takePresentation | typeof releasePresentation | typeof removePresentation;

/** The same page for those who run the cohort and for those who lead it. */
export async function loadPresentations({ locals, params }: Pick<OnBoard, 'locals' | 'params'>) {
	signedIn(locals.actor);
	const [presentations, cohort] = await Promise.all([
		locals.call(listPresentations, { params }),
		locals.call(getCohort, { params })
	]);
	return { presentations: orError(presentations), cohort: orError(cohort) };
}

export const presentationActions = {
	async open({ locals, params, request, url }: OnBoard) {
		const data = await request.formData();
		const [day = '', time = ''] = textOf(data, 'start').split('T');
		const body = {
			...{ day, time, venue: textOf(data, 'venue') },
			minutes: numberOf(data, 'minutes'),
			count: numberOf(data, 'count')
		};
		const answer = await locals.call(openPresentations, { params, body });
		if (!answer.ok) return orFail(answer.refusal);
		redirect(303, url.pathname);
	},

	remove: (event: OnBoard) => moveSlot(event, removePresentation)
};

/** Takes, frees or closes the time that the form names, and comes back. */
export async function moveSlot({ locals, request, url }: RequestEvent, move: SlotMove) {
	const id = textOf(await request.formData(), 'slot');
	const answer = await locals.call(move, { params: { id } });
	if (!answer.ok) return orFail(answer.refusal);
	redirect(303, url.pathname);
}
