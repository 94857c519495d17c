import { getReport, reviewReport, withdrawRequest } from '@stazhirovka/contract/plans';
import { redirect } from '@sveltejs/kit';
import { toSheet } from '#lib/cards/sheet.ts';
import { orError, orFail, signedIn } from '#lib/server/answer.ts';
import { textOf } from '#lib/server/form-text.ts';

export async function load({ locals, params }) {
	signedIn(locals.actor);
	const report = orError(await locals.call(getReport, { params }));
	return { report, sheet: toSheet(report.sheet) };
}

export const actions = {
	async withdraw({ locals, params, request }) {
		const data = await request.formData();
		const body = { revision: Number(textOf(data, 'revision')) || 0, reason: textOf(data, 'reason') };
		const answer = await locals.call(withdrawRequest, { params, body });

		if (!answer.ok) return orFail(answer.refusal, { typed: null, reason: body.reason });
		redirect(303, '/coordinator/reports?done=withdrawn');
	},

	async review({ locals, params, request }) {
		const data = await request.formData();
		const decision = textOf(data, 'decision') === 'accept' ? 'accept' : 'return';
		const typed = { remark: textOf(data, 'remark'), decidedFor: textOf(data, 'decidedFor') };
		const revision = Number(textOf(data, 'revision')) || 0;
		const answer = await locals.call(reviewReport, { params, body: { revision, decision, ...typed } });

		if (!answer.ok) return orFail(answer.refusal, { typed, reason: undefined });
		redirect(303, `/coordinator/reports?done=${decision === 'accept' ? 'accepted' : 'returned'}`);
	}
};
