import { getAct, openScan, putScan } from '@stazhirovka/contract/sites';
import { redirect } from '@sveltejs/kit';
import { readScan } from '#lib/acts/read-scan.ts';
import { orError, orFail, signedIn } from '#lib/server/answer.ts';
import { textOf, textOrNull } from '#lib/server/form-text.ts';

export async function load({ locals, params, url }) {
	signedIn(locals.actor);
	const done = (['scanned', 'shown', 'hidden'] as const).find(
		(what) => url.searchParams.get('done') === what
	);
	return { act: orError(await locals.call(getAct, { params })), done };
}

export const actions = {
	async scan({ locals, params, request }) {
		const data = await request.formData();
		const { scan: pages, refused } = await readScan(data, locals.sendFile);
		const typed = { pages, reason: textOf(data, 'reason'), isPublic: data.get('isPublic') === 'on' };
		if (refused) return orFail(refused, { typed });

		const answer = await locals.call(putScan, { params, body: { ...typed, over: textOrNull(data, 'over') } });
		if (!answer.ok) return orFail(answer.refusal, { typed });
		redirect(303, `/coordinator/acts/${params.id}?done=scanned`);
	},

	async open({ locals, params, request }) {
		const data = await request.formData();
		const isPublic = data.get('isPublic') === 'on';
		const body = { scan: textOf(data, 'scan'), isPublic };
		const answer = await locals.call(openScan, { params, body });
		if (!answer.ok) return orFail(answer.refusal, { typed: undefined });
		redirect(303, `/coordinator/acts/${params.id}?done=${isPublic ? 'shown' : 'hidden'}`);
	}
};
