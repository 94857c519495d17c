import { getCohortOrders, issueOrder, type OrderReadiness } from '@stazhirovka/contract/orders';
import { error, redirect } from '@sveltejs/kit';
import { orError, orFail } from '#lib/server/answer.ts';
import { textOf, textOrNull } from '#lib/server/form-text.ts';

type Kind = OrderReadiness['kind'];

export async function load({ locals, params, url }) {
	const asked = url.searchParams;
	const replaces = asked.get('replaces') || undefined;
	const orders = orError(
		await locals.call(getCohortOrders, { params: { id: params.id }, querystring: { replaces } })
	);
	const readiness = orders.kinds.find(({ kind }) => kind === params.kind);
	if (!readiness) return error(404, 'document.missing', { code: 'document.missing' });

	// A refused preview comes back with what was ticked.
	const kept = asked.has('problem')
		? {
				learners: asked.getAll('learners'),
				expelled: asked.getAll('expelled'),
				reason: asked.get('reason') ?? '',
				inCase: asked.get('inCase') ?? ''
			}
		: null;
	const { corrected, tutor } = orders;
	return { readiness, corrected, tutor, kept, problem: asked.get('problem') };
}

export const actions = {
	async default({ locals, params, request }) {
		const data = await request.formData();
		const chosen = (name: string) => data.getAll(name).map(String);
		const typed = {
			learners: chosen('learners'),
			expelled: chosen('expelled'),
			reason: textOf(data, 'reason'),
			inCase: textOf(data, 'inCase')
		};
		const body = { ...typed, kind: params.kind as Kind, replacesId: textOrNull(data, 'replacesId') };
		const answer = await locals.call(issueOrder, { params: { id: params.id }, body });
		if (!answer.ok) return orFail(answer.refusal, { typed });
		redirect(303, `/leader/cohorts/${params.id}/documents?issued=${answer.value.id}`);
	}
};
