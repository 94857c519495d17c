import { listBatches, prepareBatch } from '@stazhirovka/contract/certificate-batches';
import { redirect } from '@sveltejs/kit';
import { orError, orFail } from '#lib/server/answer.ts';

export async function load({ locals, params }) {
	return { batches: orError(await locals.call(listBatches, { params })) };
}

export const actions = {
	async default({ locals, request, params }) {
		const enrolments = (await request.formData()).getAll('enrolment').map(String);
		const answer = await locals.call(prepareBatch, { params, body: { enrolments } });
		if (!answer.ok) return orFail(answer.refusal, { none: enrolments.length === 0 });
		return redirect(303, `/leader/cohorts/${params.id}/certificates/batches/${answer.value.id}`);
	}
};
