import { grantStatuses, listCandidates } from '@stazhirovka/contract/sites';
import { fail, redirect } from '@sveltejs/kit';
import { readAct } from '#lib/acts/read-act.ts';
import { orError, orFail, signedIn } from '#lib/server/answer.ts';
import { textOf, textOrNull } from '#lib/server/form-text.ts';
import { todayIn } from '#lib/server/today.ts';

export async function load({ locals, url }) {
	signedIn(locals.actor);
	const signedOn = url.searchParams.get('on') || todayIn('Europe/Moscow');
	const groups = orError(await locals.call(listCandidates, { querystring: { signedOn } }));
	const chosen = groups.find(({ regulation }) => regulation.key === url.searchParams.get('regulation'));
	return { signedOn, groups, group: chosen ?? groups[0] };
}

export const actions = {
	async default({ locals, request }) {
		const data = await request.formData();
		const { act, refused } = await readAct(data, locals.sendFile);
		const grants = data.getAll('application').map((id) => readGrant(data, String(id)));
		if (grants.length === 0) return fail(422, { problem: 'grant.none_chosen', details: {}, act, grants });

		if (refused) return orFail(refused, { act, grants });
		const answer = await locals.call(grantStatuses, { body: { act, grants } });
		if (!answer.ok) return orFail(answer.refusal, { act, grants });
		redirect(303, '/coordinator/acts?granted');
	}
};

function readGrant(data: FormData, applicationId: string) {
	const of = (name: string) => textOf(data, `${name}.${applicationId}`);
	return {
		applicationId,
		revision: Number(of('revision')),
		from: of('from'),
		lastDay: of('lastDay'),
		code: of('code'),
		leaderEmail: textOrNull(data, `leaderEmail.${applicationId}`)
	};
}
