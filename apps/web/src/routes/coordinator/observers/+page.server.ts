import {
	appointObserver,
	listMunicipalObservers,
	relieveObserver
} from '@stazhirovka/contract/municipal-observers';
import { listKeptRegions } from '@stazhirovka/contract/sites';
import { redirect } from '@sveltejs/kit';
import { orError, orFail, signedIn } from '#lib/server/answer.ts';
import { textOf } from '#lib/server/form-text.ts';

export async function load({ locals, url }) {
	signedIn(locals.actor);
	const [observers, regions] = await Promise.all([
		locals.call(listMunicipalObservers, {}),
		locals.call(listKeptRegions, {})
	]);
	const done = url.searchParams.get('done');
	return { observers: orError(observers), regions: orError(regions), done };
}

export const actions = {
	async appoint({ locals, request }) {
		const data = await request.formData();
		const typed = { municipalityId: textOf(data, 'municipalityId'), email: textOf(data, 'email') };
		const answer = await locals.call(appointObserver, { body: typed });

		if (!answer.ok) return orFail(answer.refusal, { typed });
		redirect(303, '/coordinator/observers?done=appointed');
	},

	async relieve({ locals, request }) {
		const data = await request.formData();
		const params = { id: textOf(data, 'municipality'), personId: textOf(data, 'person') };
		const answer = await locals.call(relieveObserver, { params });

		if (!answer.ok) return orFail(answer.refusal, { typed: undefined });
		redirect(303, '/coordinator/observers?done=relieved');
	}
};
