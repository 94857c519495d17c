import {
	listCohortConsents,
	PAPER_CONSENTS,
	printConsent,
	recordSigned
} from '@stazhirovka/contract/consents';
import { orError, orFail } from '#lib/server/answer.ts';
import { textOf } from '#lib/server/form-text.ts';

export async function load({ locals, params }) {
	return { interns: orError(await locals.call(listCohortConsents, { params: { id: params.id } })) };
}

export const actions = {
	async print({ locals, request }) {
		const data = await request.formData();
		const kind = PAPER_CONSENTS.find((one) => one === textOf(data, 'kind')) ?? 'processing';
		const params = { id: textOf(data, 'enrolment') };
		const answer = await locals.call(printConsent, { params, body: { kind } });
		return answer.ok ? { done: 'printed' as const } : orFail(answer.refusal);
	},

	async sign({ locals, request }) {
		const data = await request.formData();
		const document = textOf(data, 'document');
		const scan = data.get('scan');
		const sent = scan instanceof File && scan.size ? await locals.sendFile(scan, {}) : null;
		if (sent && !sent.ok) return orFail(sent.refusal, { document });

		const body = { on: textOf(data, 'on'), fileId: sent?.value.id ?? null };
		const answer = await locals.call(recordSigned, { params: { id: document }, body });
		return answer.ok ? { done: 'signed' as const } : orFail(answer.refusal, { document });
	}
};
