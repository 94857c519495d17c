import { decideBatch, getBatch, retryBatch } from '@stazhirovka/contract/certificate-batches';
import { orError, orFail } from '#lib/server/answer.ts';
import { textOf } from '#lib/server/form-text.ts';

export async function load({ locals, params, depends }) {
	depends('app:batch');
	return { batch: orError(await locals.call(getBatch, { params: { id: params.batch } })) };
}

const DONE = { reason: undefined, problem: undefined, details: undefined };

export const actions = {
	async approve({ locals, params }) {
		const answer = await locals.call(decideBatch, { params: { id: params.batch }, body: { approve: true } });
		return answer.ok ? DONE : orFail(answer.refusal, { reason: undefined });
	},

	async return({ locals, params, request }) {
		const reason = textOf(await request.formData(), 'reason');
		const body = { approve: false as const, reason };
		const answer = await locals.call(decideBatch, { params: { id: params.batch }, body });
		return answer.ok ? DONE : orFail(answer.refusal, { reason });
	},

	async retry({ locals, params }) {
		const answer = await locals.call(retryBatch, { params: { id: params.batch } });
		return answer.ok ? DONE : orFail(answer.refusal, { reason: undefined });
	}
};
