import { answerApproval, getApprovalPage } from '@stazhirovka/contract/authoring';
import { redirect } from '@sveltejs/kit';
import { orError, orFail } from '#lib/server/answer.ts';
import { textOf } from '#lib/server/form-text.ts';

export async function load({ locals, params, url, setHeaders }) {
	setHeaders({ 'x-robots-tag': 'noindex, nofollow', 'cache-control': 'no-store' });
	const told = await locals.call(getApprovalPage, { params });
	const gone = !told.ok && told.refusal.status === 404;
	const asked = gone ? null : orError(told);
	return {
		asked,
		paper: `/api/programme-approvals/${params.token}/paper.pdf`,
		returned: gone && url.searchParams.has('returned')
	};
}

export const actions = {
	async approve({ locals, params, request, url }) {
		const typed = typedIn(await request.formData());
		const { name, position } = typed;
		const answer = await locals.call(answerApproval, { params, body: { approved: true, name, position } });
		if (!answer.ok) return orFail(answer.refusal, { typed });
		redirect(303, url.pathname);
	},

	async return({ locals, params, request, url }) {
		const typed = typedIn(await request.formData());
		const answer = await locals.call(answerApproval, { params, body: { approved: false, ...typed } });
		if (!answer.ok) return orFail(answer.refusal, { typed });
		redirect(303, `${url.pathname}?returned`);
	}
};

function typedIn(data: FormData) {
	const said = (name: string) => textOf(data, name).trim();
	return { name: said('name'), position: said('position'), reason: said('reason') };
}
