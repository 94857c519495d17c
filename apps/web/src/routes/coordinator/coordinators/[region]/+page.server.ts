import {
	appointCoordinator,
	getRegionCoordinators,
	relieveCoordinator
} from '@stazhirovka/contract/coordinators';
import { redirect } from '@sveltejs/kit';
import { readAct } from '#lib/acts/read-act.ts';
import { orError, orFail, signedIn } from '#lib/server/answer.ts';
import { textOf } from '#lib/server/form-text.ts';

export async function load({ locals, params, url }) {
	signedIn(locals.actor);
	const kept = orError(await locals.call(getRegionCoordinators, { params: { id: params.region } }));
	const people = kept.coordinators
		.filter(({ can }) => can.relieve)
		.map(({ personId, fullName }) => ({ value: personId, label: fullName }));
	const open = people.length ? (['appoint', 'relieve'] as const) : (['appoint'] as const);
	const kind = open.find((one) => one === url.searchParams.get('kind')) ?? 'appoint';
	return { kept, people, open, kind, done: url.searchParams.has('done') };
}

export const actions = {
	async appoint({ locals, params, request }) {
		const data = await request.formData();
		const { act, refused } = await readAct(data, locals.sendFile);
		const named = { email: textOf(data, 'email'), from: textOf(data, 'from') || act.signedOn };
		const typed = { kind: 'appoint' as const, act, ...named };
		if (refused) return orFail(refused, { typed });
		const body = { act, ...named };
		const answer = await locals.call(appointCoordinator, { params: { id: params.region }, body });

		if (!answer.ok) return orFail(answer.refusal, { typed });
		redirect(303, `/coordinator/coordinators/${params.region}?done`);
	},

	async relieve({ locals, params, request }) {
		const data = await request.formData();
		const { act, refused } = await readAct(data, locals.sendFile);
		const ended = { personId: textOf(data, 'personId'), from: textOf(data, 'from') || act.signedOn };
		const typed = { kind: 'relieve' as const, act, ...ended };
		if (refused) return orFail(refused, { typed });
		const body = { act, ...ended };
		const answer = await locals.call(relieveCoordinator, { params: { id: params.region }, body });

		if (!answer.ok) return orFail(answer.refusal, { typed });
		// Whoever was relieved may keep this region no longer.
		redirect(303, '/coordinator/coordinators?done');
	}
};
