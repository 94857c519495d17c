import {
	acceptApplication,
	getApplication,
	returnApplication,
	withdrawApplication
} from '@stazhirovka/contract/applications';
import { redirect } from '@sveltejs/kit';
import { sheetsOf } from '#lib/applications/server/sheets-of.ts';
import { orError, orFail, signedIn } from '#lib/server/answer.ts';
import { textOf } from '#lib/server/form-text.ts';

const DONE = ['accepted', 'returned', 'withdrawn', 'registered'] as const;

const NOTHING = { reason: '', remarks: '' };

export async function load({ locals, params, url }) {
	signedIn(locals.actor);
	const application = orError(await locals.call(getApplication, { params }));
	return {
		application,
		sheets: await sheetsOf(locals.call, application),
		done: DONE.find((what) => url.searchParams.has(what))
	};
}

export const actions = {
	async accept({ locals, params, request }) {
		const revision = Number(textOf(await request.formData(), 'revision'));
		const answer = await locals.call(acceptApplication, { params, body: { revision } });
		if (!answer.ok) return orFail(answer.refusal, { typed: NOTHING });
		redirect(303, `/coordinator/applications/${params.id}?accepted`);
	},

	async return({ locals, params, request }) {
		const data = await request.formData();
		const typed = { reason: textOf(data, 'reason'), remarks: textOf(data, 'remarks') };
		const remarks = typed.remarks.split('\n').flatMap((line) => line.trim() || []);
		const body = { revision: Number(textOf(data, 'revision')), reason: typed.reason, remarks };
		const answer = await locals.call(returnApplication, { params, body });
		if (!answer.ok) return orFail(answer.refusal, { typed });
		redirect(303, `/coordinator/applications/${params.id}?returned`);
	},

	async withdraw({ locals, params, request }) {
		const data = await request.formData();
		const reason = textOf(data, 'reason');
		const body = { revision: Number(textOf(data, 'revision')), reason };
		const answer = await locals.call(withdrawApplication, { params, body });
		if (!answer.ok) return orFail(answer.refusal, { typed: { reason, remarks: '' } });
		redirect(303, `/coordinator/applications/${params.id}?withdrawn`);
	}
};
