import {
	approvePlan,
	copyPlan,
	decideProposal,
	issuePlanPaper,
	recallPlan,
	returnPlan,
	sendPlan
} from '@stazhirovka/contract/plans';
import type { CallRefusal } from '@stazhirovka/contract/client';
import type { Result } from '@stazhirovka/domain/result';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { orFail } from '#lib/server/answer.ts';
import { textOf } from '#lib/server/form-text.ts';

type OnSite = RequestEvent<{ id: string }>;

/** What may be done with a plan as a whole, on the leader's page and on the coordinator's. */
export const planActions = {
	async send({ locals, request }: OnSite) {
		const { params, body } = await planOf(request);
		return told(await locals.call(sendPlan, { params, body }), 'sent');
	},

	async recall({ locals, request }: OnSite) {
		const { params, body } = await planOf(request);
		return told(await locals.call(recallPlan, { params, body }), 'recalled');
	},

	async return({ locals, request }: OnSite) {
		const { data, params, body } = await planOf(request);
		const reason = textOf(data, 'reason');
		return told(await locals.call(returnPlan, { params, body: { ...body, reason } }), 'returned');
	},

	async approve({ locals, request }: OnSite) {
		const { data, params, body } = await planOf(request);
		const said = (name: string) => textOf(data, name).trim();
		const kind = said('kind') === 'agreement' ? ('agreement' as const) : ('approval' as const);
		const sheet = data.get('sheet');
		const sent =
			sheet instanceof File && sheet.size
				? await locals.sendFile(sheet, { siteId: textOf(data, 'site') })
				: null;
		if (sent && !sent.ok) return orFail(sent.refusal, { done: undefined });
		const signed = { name: said('name'), position: said('position'), on: said('on') };
		const paper = data.has('paper') ? { ...signed, fileId: sent?.value.id ?? null } : null;
		return told(await locals.call(approvePlan, { params, body: { ...body, kind, paper } }), 'approved');
	},

	async decide({ locals, request }: OnSite) {
		const { data, body } = await planOf(request);
		const decision = textOf(data, 'decision') === 'accept' ? ('accept' as const) : ('decline' as const);
		const answer = await locals.call(decideProposal, {
			params: { id: textOf(data, 'proposal') },
			body: { ...body, decision, answer: textOf(data, 'answer') }
		});
		return told(answer, 'decided');
	},

	async print({ locals, request }: OnSite) {
		const { params } = await planOf(request);
		return told(await locals.call(issuePlanPaper, { params }), 'printed');
	},

	async copy({ locals, params, request }: OnSite) {
		const { params: plan } = await planOf(request);
		const answer = await locals.call(copyPlan, { params: plan });
		if (!answer.ok) return orFail(answer.refusal, { done: undefined });
		redirect(303, `/leader/sites/${params.id}/plan?plan=${answer.value.id}&copied`);
	}
};

async function planOf(request: Request) {
	const data = await request.formData();
	return { data, params: { id: textOf(data, 'plan') }, body: { revision: Number(textOf(data, 'revision')) } };
}

function told(answer: Result<unknown, CallRefusal>, done: string) {
	return answer.ok
		? { done, problem: undefined, details: undefined }
		: orFail(answer.refusal, { done: undefined });
}
