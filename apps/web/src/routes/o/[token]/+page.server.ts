import { getObservationSheet, giveObservation } from '@stazhirovka/contract/diagnostics';
import { fail, redirect } from '@sveltejs/kit';
import { observationIn, rowsOf } from '#lib/diagnostics/observation-in.ts';
import { orError, orFail } from '#lib/server/answer.ts';

export async function load({ locals, params, setHeaders }) {
	setHeaders({ 'x-robots-tag': 'noindex, nofollow', 'cache-control': 'no-store' });
	const told = await locals.call(getObservationSheet, { params });
	return { sheet: !told.ok && told.refusal.status === 404 ? null : orError(told) };
}

export const actions = {
	async default({ locals, params, request, url }) {
		const sheet = orError(await locals.call(getObservationSheet, { params }));
		const data = await request.formData();
		const { typed, faults } = observationIn(data, sheet);
		if (faults.length) return fail(422, { typed, faults, problem: undefined, details: undefined });

		const { author, position, note } = typed;
		const rows = rowsOf(typed) as Record<string, { level: 'none' | null; example: string }>;
		const confirmedPrivacy = data.get('confirmed') === 'yes';
		const answer = await locals.call(giveObservation, {
			params,
			body: { author, position, note, rows, confirmedPrivacy }
		});
		if (!answer.ok) return orFail(answer.refusal, { typed, faults: [] });
		redirect(303, url.pathname);
	}
};
