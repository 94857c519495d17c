import { getRegulationVersion, importRegulation, publishRegulation } from '@stazhirovka/contract/regulations';
import { redirect } from '@sveltejs/kit';
import { orError, orFail, signedIn } from '#lib/server/answer.ts';
import { textOf } from '#lib/server/form-text.ts';
import { todayIn } from '#lib/server/today.ts';

export async function load({ locals, params, url }) {
	signedIn(locals.actor);
	const {
		document: _,
		content,
		understood,
		...version
	} = orError(await locals.call(getRegulationVersion, { params }));
	const today = todayIn('Europe/Moscow');
	const done = (['imported', 'published'] as const).find((what) => url.searchParams.has(what));
	return { version, content, understood, today, done };
}

export const actions = {
	async publish({ locals, params, request }) {
		const data = await request.formData();
		const body = { revision: Number(textOf(data, 'revision')), inForceFrom: textOf(data, 'inForceFrom') };
		const answer = await locals.call(publishRegulation, { params, body });

		if (!answer.ok) return orFail(answer.refusal, { inForceFrom: body.inForceFrom });
		redirect(303, `/coordinator/regulations/${params.id}?published`);
	},

	/** The next version begins from the file of this one, with what was given by hand. */
	async revise({ locals, params }) {
		const { document, region } = orError(await locals.call(getRegulationVersion, { params }));
		const answer = await locals.call(importRegulation, { body: { document, regionId: region.id } });

		if (!answer.ok) return orFail(answer.refusal, { inForceFrom: undefined });
		redirect(303, `/coordinator/regulations/${answer.value.id}?imported`);
	}
};
