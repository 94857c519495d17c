import { checkGroupList, enterGroup, getAdmission, readGroupList } from '@stazhirovka/contract/cohorts';
import { usualHold } from '@stazhirovka/domain/cohorts';
import { typedRows } from '#lib/enrolling/server/typed-rows.ts';
import { orError, orFail } from '#lib/server/answer.ts';
import { textOf } from '#lib/server/form-text.ts';
import { todayIn } from '#lib/server/today.ts';

export async function load({ locals, params, parent }) {
	const { cohort } = await parent();
	const { audience, seats } = orError(await locals.call(getAdmission, { params }));
	return {
		audience,
		free: seats.free,
		heldUntil: usualHold(todayIn(cohort.timeZone), cohort.endsOn)
	};
}

const NOTHING = { preview: undefined, entered: undefined, typed: undefined };

export const actions = {
	async read({ locals, params, request }) {
		const file = (await request.formData()).get('file');
		const parts = new FormData();
		if (file instanceof File && file.size) parts.append('file', file);
		const answer = await locals.sendParts(readGroupList, { params }, parts);
		return answer.ok ? { ...NOTHING, preview: answer.value } : orFail(answer.refusal, NOTHING);
	},

	async check({ locals, params, request }) {
		const rows = typedRows(await request.formData());
		const answer = await locals.call(checkGroupList, { params, body: { rows } });
		return answer.ok ? { ...NOTHING, preview: answer.value } : orFail(answer.refusal, NOTHING);
	},

	async enter({ locals, params, request }) {
		const data = await request.formData();
		const rows = typedRows(data);
		const typed = {
			kind: textOf(data, 'kind') === 'invite' ? ('invite' as const) : ('admit' as const),
			heldUntil: textOf(data, 'heldUntil'),
			audienceReason: textOf(data, 'audienceReason')
		};
		const audienceReason = typed.audienceReason || null;
		const how =
			typed.kind === 'invite'
				? { kind: typed.kind, heldUntil: typed.heldUntil, audienceReason }
				: { kind: typed.kind, audienceReason };
		const answer = await locals.call(enterGroup, { params, body: { rows, skipFaulty: true, how } });
		if (answer.ok) return { ...NOTHING, entered: answer.value };

		// The list stays on the page, judged as it is now.
		const again = await locals.call(checkGroupList, { params, body: { rows } });
		return orFail(answer.refusal, { ...NOTHING, preview: again.ok ? again.value : undefined, typed });
	}
};
