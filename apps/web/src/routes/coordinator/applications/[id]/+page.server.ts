import {
	acceptApplication,
	declineApplication,
	getApplication,
	listApplicationReturns,
	returnApplication,
	withdrawApplication
} from '@stazhirovka/contract/applications';
import { getApplicationChain, listApplicationExpertises } from '@stazhirovka/contract/councils';
import { redirect } from '@sveltejs/kit';
import { sheetsOf } from '#lib/applications/server/sheets-of.ts';
import { orError, orFail, signedIn } from '#lib/server/answer.ts';
import { textOf } from '#lib/server/form-text.ts';

const DONE = ['accepted', 'returned', 'withdrawn', 'declined', 'registered'] as const;

type Typed = { what: 'accept' | 'return' | 'withdraw' | 'decline'; reason: string; remarks: string };

function typedIn(what: Typed['what'], data?: FormData): Typed {
	const said = (name: string) => (data ? textOf(data, name) : '');
	return { what, reason: said('reason'), remarks: said('remarks') };
}

export async function load({ locals, params, url }) {
	signedIn(locals.actor);
	const [read, expertises, chain, returns] = await Promise.all([
		locals.call(getApplication, { params }),
		locals.call(listApplicationExpertises, { params }),
		locals.call(getApplicationChain, { params }),
		locals.call(listApplicationReturns, { params })
	]);
	const application = orError(read);
	return {
		application,
		expertises: orError(expertises),
		chain: orError(chain),
		returns: orError(returns),
		sheets: await sheetsOf(locals.call, application),
		done: DONE.find((what) => url.searchParams.has(what))
	};
}

export const actions = {
	async accept({ locals, params, request }) {
		const revision = Number(textOf(await request.formData(), 'revision'));
		const answer = await locals.call(acceptApplication, { params, body: { revision } });
		if (!answer.ok) return orFail(answer.refusal, { typed: typedIn('accept') });
		redirect(303, `/coordinator/applications/${params.id}?accepted`);
	},

	async return({ locals, params, request }) {
		const data = await request.formData();
		const typed = typedIn('return', data);
		const remarks = typed.remarks.split('\n').flatMap((line) => line.trim() || []);
		const body = { revision: Number(textOf(data, 'revision')), reason: typed.reason, remarks };
		const answer = await locals.call(returnApplication, { params, body });
		if (!answer.ok) return orFail(answer.refusal, { typed });
		redirect(303, `/coordinator/applications/${params.id}?returned`);
	},

	async withdraw({ locals, params, request }) {
		const data = await request.formData();
		const typed = typedIn('withdraw', data);
		const body = { revision: Number(textOf(data, 'revision')), reason: typed.reason };
		const answer = await locals.call(withdrawApplication, { params, body });
		if (!answer.ok) return orFail(answer.refusal, { typed });
		redirect(303, `/coordinator/applications/${params.id}?withdrawn`);
	},

	async decline({ locals, params, request }) {
		const data = await request.formData();
		const typed = typedIn('decline', data);
		const body = { revision: Number(textOf(data, 'revision')), reason: typed.reason };
		const answer = await locals.call(declineApplication, { params, body });
		if (!answer.ok) return orFail(answer.refusal, { typed });
		redirect(303, `/coordinator/applications/${params.id}?declined`);
	}
};
