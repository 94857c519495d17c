import { listAgreements, prepareAgreement } from '@stazhirovka/contract/agreements';
import { redirect } from '@sveltejs/kit';
import { orError, orFail } from '#lib/server/answer.ts';
import { textOf, textOrNull } from '#lib/server/form-text.ts';

export async function load({ locals, params, url }) {
	const agreements = orError(await locals.call(listAgreements, { params: { id: params.id } }));
	const network = url.searchParams.get('kind') === 'agreement_network';
	return { agreements, kind: network ? ('agreement_network' as const) : ('agreement_operator' as const) };
}

export const actions = {
	async default({ locals, params, request }) {
		const data = await request.formData();
		const days = { from: textOf(data, 'from'), lastDay: textOrNull(data, 'lastDay') };
		const wording = {
			reportDue: textOf(data, 'reportDue'),
			settlements: textOf(data, 'settlements'),
			noticeDays: textOf(data, 'noticeDays')
		};
		const typed = {
			...{ ...days, wording },
			partnerId: textOrNull(data, 'partnerId'),
			programmeVersionId: textOrNull(data, 'programmeVersionId'),
			parts: data.getAll('parts').map(String),
			issuer: textOf(data, 'issuer') === 'participant' ? ('participant' as const) : ('base' as const)
		};
		const body =
			textOf(data, 'kind') === 'agreement_network'
				? { ...typed, kind: 'agreement_network' as const }
				: { ...days, wording, kind: 'agreement_operator' as const };
		const answer = await locals.call(prepareAgreement, { params: { id: params.id }, body });
		if (!answer.ok) return orFail(answer.refusal, { typed });
		redirect(303, `/leader/sites/${params.id}/documents?prepared`);
	}
};
