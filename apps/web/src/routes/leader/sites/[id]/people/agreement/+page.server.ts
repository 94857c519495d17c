import { addAgreement } from '@stazhirovka/contract/staff';
import { redirect } from '@sveltejs/kit';
import { orFail } from '#lib/server/answer.ts';
import { textOf, textOrNull } from '#lib/server/form-text.ts';

export const actions = {
	async default({ locals, params, request }) {
		const data = await request.formData();
		const said = (name: string) => textOf(data, name).trim();
		const typed = {
			...{ number: said('number'), signedOn: said('signedOn'), from: said('from') },
			...{ lastDay: textOrNull(data, 'lastDay'), subject: said('subject') }
		};
		const scan = data.get('scan');
		const sent =
			scan instanceof File && scan.size ? await locals.sendFile(scan, { siteId: params.id }) : null;
		if (sent && !sent.ok) return orFail(sent.refusal, { typed });

		const body = { ...typed, fileId: sent?.value.id ?? null };
		const answer = await locals.call(addAgreement, { params, body });
		if (!answer.ok) return orFail(answer.refusal, { typed });
		redirect(303, `/leader/sites/${params.id}/people?agreement`);
	}
};
