import { answerHead, getHeadConfirmation, type HeadCondition } from '@stazhirovka/contract/cohorts';
import { redirect } from '@sveltejs/kit';
import { orError, orFail } from '#lib/server/answer.ts';
import { textOf } from '#lib/server/form-text.ts';

export async function load({ locals, params, setHeaders }) {
	setHeaders({ 'x-robots-tag': 'noindex, nofollow', 'cache-control': 'no-store' });
	const told = await locals.call(getHeadConfirmation, { params });
	if (!told.ok && told.refusal.status === 404) return { asked: null };
	return { asked: orError(told) };
}

export const actions = {
	async agree({ locals, params, request, url }) {
		const data = await request.formData();
		const typed = { ...signedBy(data), conditions: data.getAll('conditions').map(String), reason: '' };
		const conditions = typed.conditions as HeadCondition[];
		const body = { agreed: true as const, author: typed.author, position: typed.position, conditions };
		const answer = await locals.call(answerHead, { params, body });
		if (!answer.ok) return orFail(answer.refusal, { typed });
		redirect(303, url.pathname);
	},

	async refuse({ locals, params, request, url }) {
		const data = await request.formData();
		const typed = { ...signedBy(data), conditions: [] as string[], reason: textOf(data, 'reason') };
		const { author, position, reason } = typed;
		const body = { agreed: false as const, author, position, reason };
		const answer = await locals.call(answerHead, { params, body });
		if (!answer.ok) return orFail(answer.refusal, { typed });
		redirect(303, url.pathname);
	}
};

function signedBy(data: FormData): { author: string; position: string } {
	return { author: textOf(data, 'author'), position: textOf(data, 'position') };
}
