import { listAgreements, noteSigning } from '@stazhirovka/contract/agreements';
import { listDocuments } from '@stazhirovka/contract/documents';
import { redirect } from '@sveltejs/kit';
import { attachSignatureFrom } from '#lib/documents/server/signature-action.ts';
import { orError, orFail } from '#lib/server/answer.ts';
import { textOf } from '#lib/server/form-text.ts';

export async function load({ locals, params, url }) {
	const [documents, agreements] = await Promise.all([
		locals.call(listDocuments, { querystring: { siteId: params.id } }),
		locals.call(listAgreements, { params: { id: params.id } })
	]);
	const done = (['prepared', 'signed'] as const).find((what) => url.searchParams.has(what));
	return { documents: orError(documents), agreements: orError(agreements), done };
}

export const actions = {
	attachSignature: attachSignatureFrom,

	async sign({ locals, params, request }) {
		const data = await request.formData();
		const agreement = textOf(data, 'agreement');
		const side = textOf(data, 'side') === 'partner' ? 'partner' : 'site';
		const scan = data.get('scan');
		const sent =
			scan instanceof File && scan.size ? await locals.sendFile(scan, { siteId: params.id }) : null;
		if (sent && !sent.ok) return orFail(sent.refusal, { agreement });

		const body = { side, on: textOf(data, 'on'), fileId: sent?.value.id ?? null } as const;
		const answer = await locals.call(noteSigning, { params: { id: agreement }, body });
		if (!answer.ok) return orFail(answer.refusal, { agreement });
		redirect(303, `/leader/sites/${params.id}/documents?signed`);
	}
};
