import {
	getApplication,
	listApplicationReturns,
	submitApplication,
	withdrawApplication
} from '@stazhirovka/contract/applications';
import { listMyDecisionLetters } from '@stazhirovka/contract/councils';
import { fail, redirect } from '@sveltejs/kit';
import { handInFaults, type FaultLine } from '#lib/applications/server/hand-in-faults.ts';
import { orError, orFail, signedIn } from '#lib/server/answer.ts';
import { textOf } from '#lib/server/form-text.ts';

export async function load({ locals, params, url }) {
	signedIn(locals.actor);
	const [application, letters, returns] = await Promise.all([
		locals.call(getApplication, { params }),
		locals.call(listMyDecisionLetters, { params }),
		locals.call(listApplicationReturns, { params })
	]);
	const done = (['submitted', 'withdrawn'] as const).find((what) => url.searchParams.has(what));
	return {
		application: orError(application),
		letters: orError(letters),
		returns: orError(returns),
		done
	};
}

const NOTHING: { faults: FaultLine[]; reason: string } = { faults: [], reason: '' };

export const actions = {
	async submit({ locals, params, request }) {
		const revision = Number(textOf(await request.formData(), 'revision'));
		const answer = await locals.call(submitApplication, { params, body: { revision } });
		if (answer.ok) redirect(303, `/applications/${params.id}?submitted`);
		if (answer.refusal.code !== 'application.faulty') return orFail(answer.refusal, NOTHING);

		const faults = await handInFaults(locals.call, params.id, answer.refusal);
		return fail(422, { problem: answer.refusal.code, details: undefined, ...NOTHING, faults });
	},

	async withdraw({ locals, params, request }) {
		const data = await request.formData();
		const reason = textOf(data, 'reason');
		const body = { revision: Number(textOf(data, 'revision')), reason };
		const answer = await locals.call(withdrawApplication, { params, body });
		if (!answer.ok) return orFail(answer.refusal, { ...NOTHING, reason });
		redirect(303, `/applications/${params.id}?withdrawn`);
	}
};
