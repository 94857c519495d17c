import type { LeaderPosition } from '@stazhirovka/domain/sites';
import { appointLeader, getSiteLeaders, relieveLeader } from '@stazhirovka/contract/sites';
import { redirect } from '@sveltejs/kit';
import { readAct } from '#lib/acts/read-act.ts';
import { readPaper } from '#lib/acts/read-paper.ts';
import { orError, orFail, signedIn } from '#lib/server/answer.ts';
import { textOf } from '#lib/server/form-text.ts';

export async function load({ locals, params, url }) {
	signedIn(locals.actor);
	const kept = orError(await locals.call(getSiteLeaders, { params }));
	const open = (['appoint', 'relieve'] as const).filter((kind) => kept.can[kind]);
	const asked = open.find((kind) => kind === url.searchParams.get('kind'));
	return { kept, open, kind: asked ?? open[0], done: url.searchParams.has('done') };
}

export const actions = {
	async appoint({ locals, params, request }) {
		const data = await request.formData();
		const { act, refused } = await readAct(data, locals.sendFile);
		const leader = {
			email: textOf(data, 'email'),
			position: textOf(data, 'position') as LeaderPosition,
			from: textOf(data, 'from') || act.signedOn,
			minutes: readPaper(data, 'minutes')
		};
		const typed = { kind: 'appoint' as const, act, ...leader };
		if (refused) return orFail(refused, { typed });
		const answer = await locals.call(appointLeader, { params, body: { act, ...leader } });

		if (!answer.ok) return orFail(answer.refusal, { typed });
		redirect(303, `/coordinator/sites/${params.id}/leader?done`);
	},

	async relieve({ locals, params, request }) {
		const data = await request.formData();
		const { act, refused } = await readAct(data, locals.sendFile);
		const from = textOf(data, 'from') || act.signedOn;
		const typed = { kind: 'relieve' as const, act, from };
		if (refused) return orFail(refused, { typed });
		const answer = await locals.call(relieveLeader, { params, body: { act, from } });

		if (!answer.ok) return orFail(answer.refusal, { typed });
		redirect(303, `/coordinator/sites/${params.id}/leader?done`);
	}
};
