import {
	getSummary,
	getSummaryTable,
	removeSummary,
	scheduleSummary,
	shareSummary,
	unscheduleSummary,
	unshareSummary
} from '@stazhirovka/contract/summaries';
import { EXPORT_FORMATS, RHYTHMS } from '@stazhirovka/domain/summaries';
import { redirect } from '@sveltejs/kit';
import { orError, orFail, signedIn } from '#lib/server/answer.ts';
import { textOf } from '#lib/server/form-text.ts';
import { exportAction } from '#lib/server/summary-page.ts';

export async function load({ locals, params, url }) {
	signedIn(locals.actor);
	const summary = orError(await locals.call(getSummary, { params }));
	const definition = JSON.stringify(summary.definition);
	const table = orError(await locals.call(getSummaryTable, { querystring: { definition } }));
	return { summary, table, saved: url.searchParams.has('saved') };
}

export const actions = {
	export: exportAction,
	async share({ locals, params, request }) {
		const email = textOf(await request.formData(), 'email');
		const answer = await locals.call(shareSummary, { params, body: { email } });
		if (!answer.ok) return orFail(answer.refusal, { email });
	},
	async shareAll({ locals, params, request }) {
		const [role, regionId = ''] = textOf(await request.formData(), 'audience').split(' ');
		const body = { role: role === 'leader' ? ('leader' as const) : ('coordinator' as const), regionId };
		const answer = await locals.call(shareSummary, { params, body });
		if (!answer.ok) return orFail(answer.refusal, {});
	},
	async unshare({ locals, params, request }) {
		const shareId = textOf(await request.formData(), 'share');
		const answer = await locals.call(unshareSummary, { params: { ...params, shareId } });
		if (!answer.ok) return orFail(answer.refusal, {});
	},
	async schedule({ locals, params, request }) {
		const data = await request.formData();
		const format = EXPORT_FORMATS.find((one) => one === textOf(data, 'format')) ?? 'xlsx';
		const answer = await locals.call(scheduleSummary, { params, body: { rhythm: rhythmOf(data), format } });
		if (!answer.ok) return orFail(answer.refusal, {});
	},
	async unschedule({ locals, params }) {
		const answer = await locals.call(unscheduleSummary, { params });
		if (!answer.ok) return orFail(answer.refusal, {});
	},
	async remove({ locals, params }) {
		const answer = await locals.call(removeSummary, { params });
		if (!answer.ok) return orFail(answer.refusal, {});
		redirect(303, '/summaries');
	}
};

function rhythmOf(data: FormData) {
	const number = (name: string) => Number(textOf(data, name));
	const kind = RHYTHMS.find((one) => one === textOf(data, 'kind')) ?? 'weekly';
	if (kind === 'weekly') return { kind, weekday: number('weekday') };
	return kind === 'monthly' ? { kind, day: number('day') } : { kind, on: textOf(data, 'on') };
}
