import { AlertKind, changeTutor, remind } from '@stazhirovka/contract/alerts';
import { proposeAllocation } from '@stazhirovka/contract/final-works';
import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { orFail } from '#lib/server/answer.ts';
import { textOf, textOrNull } from '#lib/server/form-text.ts';

type OnCohort = RequestEvent<{ id: string }>;

const DONE = { problem: undefined, details: undefined };

/** What can be done at once about somebody who needs attention. */
export const alertActions = {
	async remind({ locals, request }: OnCohort) {
		const data = await request.formData();
		const kind = AlertKind.safeParse(textOf(data, 'kind'));
		if (!kind.success) error(400);
		const params = { id: textOf(data, 'enrolment') };
		const answer = await locals.call(remind, { params, body: { kind: kind.data } });
		if (!answer.ok) return orFail(answer.refusal, { done: null });
		return { ...DONE, done: 'reminded' as const };
	},

	async changeTutor({ locals, request }: OnCohort) {
		const data = await request.formData();
		const body = { tutorId: textOf(data, 'tutor'), instead: textOrNull(data, 'instead') };
		const answer = await locals.call(changeTutor, { params: { id: textOf(data, 'enrolment') }, body });
		if (!answer.ok) return orFail(answer.refusal, { done: null });
		return { ...DONE, done: 'tutor' as const };
	},

	/** Draws an allocation without this reviewer; it is looked at before it is released. */
	async giveOn({ locals, params, request }: OnCohort) {
		const silent = [textOf(await request.formData(), 'enrolment')];
		const answer = await locals.call(proposeAllocation, { params, body: { seed: null, way: null, silent } });
		if (!answer.ok) return orFail(answer.refusal, { done: null });
		return redirect(303, `/leader/cohorts/${params.id}/allocation/${answer.value.id}`);
	}
};
