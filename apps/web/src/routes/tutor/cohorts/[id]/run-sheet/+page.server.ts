import {
	getRunSheet,
	markAttendance,
	markRunSheetRow,
	markUnderstanding
} from '@stazhirovka/contract/cohorts';
import { orError, orFail, signedIn } from '#lib/server/answer.ts';
import { textOf, textOrNull } from '#lib/server/form-text.ts';

export async function load({ locals, params }) {
	signedIn(locals.actor);
	return { sheet: orError(await locals.call(getRunSheet, { params })) };
}

export const actions = {
	async row({ locals, params, request }) {
		const data = await request.formData();
		const body = { held: textOf(data, 'held') === 'yes' };
		const answer = await locals.call(markRunSheetRow, {
			params: { id: params.id, key: textOf(data, 'key') },
			body
		});
		if (!answer.ok) return orFail(answer.refusal);
	},

	async attendance({ locals, request }) {
		const data = await request.formData();
		const body = { present: textOf(data, 'present') === 'yes' };
		const answer = await locals.call(markAttendance, { params: { id: textOf(data, 'enrolment') }, body });
		if (!answer.ok) return orFail(answer.refusal);
	},

	async everybody({ locals, params }) {
		const { interns } = orError(await locals.call(getRunSheet, { params }));
		for (const { enrolmentId, attended } of interns) {
			if (attended) continue;
			const answer = await locals.call(markAttendance, {
				params: { id: enrolmentId },
				body: { present: true }
			});
			if (!answer.ok) return orFail(answer.refusal);
		}
	},

	async understanding({ locals, request }) {
		const data = await request.formData();
		const body = { level: textOf(data, 'level'), note: textOrNull(data, 'note') };
		const answer = await locals.call(markUnderstanding, { params: { id: textOf(data, 'enrolment') }, body });
		if (!answer.ok) return orFail(answer.refusal);
	}
};
