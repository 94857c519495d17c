import { getViewpoints, inviteObserver, withdrawInvitation } from '@stazhirovka/contract/diagnostics';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { orError, orFail } from './answer.ts';
import { textOf } from './form-text.ts';

type OnObservers = RequestEvent<{ enrolment: string }>;

/** Whom the intern or the tutor has asked, and what came of it: the same page for both. */
export async function loadObservers({ locals, params, url }: Pick<OnObservers, 'locals' | 'params' | 'url'>) {
	const views = orError(await locals.call(getViewpoints, { params: { id: params.enrolment } }));
	return { views, sent: url.searchParams.has('sent') };
}

export const observersActions = {
	async invite({ locals, params, request, url }: OnObservers) {
		const email = textOf(await request.formData(), 'email').trim();
		const answer = await locals.call(inviteObserver, {
			params: { id: params.enrolment },
			body: { email: email || '?' }
		});
		if (!answer.ok) return orFail(answer.refusal, { email });
		redirect(303, `${url.pathname}?sent`);
	},

	async withdraw({ locals, params, request, url }: OnObservers) {
		const observation = textOf(await request.formData(), 'observation');
		const answer = await locals.call(withdrawInvitation, { params: { id: params.enrolment, observation } });
		if (!answer.ok) return orFail(answer.refusal, { email: '' });
		redirect(303, url.pathname);
	}
};
