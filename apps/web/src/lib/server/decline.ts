import { declineReview } from '@stazhirovka/contract/final-works';
import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { textOf } from '#lib/server/form-text.ts';

/** «I know the author» on the page of a review; leads back to the list of reviews. */
export async function decline({ locals, params, request }: RequestEvent<{ id: string }>, list: string) {
	const data = await request.formData();
	const kind = textOf(data, 'kind') === 'cannot_judge' ? 'cannot_judge' : 'knows_author';
	const body = { kind, reason: textOf(data, 'reason') } as const;
	const answer = await locals.call(declineReview, { params: { id: params.id }, body });
	if (!answer.ok) {
		const { status, problem } = answer.refusal;
		return fail(status, { declined: { problem: problem.code, details: problem.details } });
	}
	return redirect(303, `${list}?done=declined`);
}
