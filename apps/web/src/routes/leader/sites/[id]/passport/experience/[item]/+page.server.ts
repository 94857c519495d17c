import { getExperienceDesk, writeExperience } from '@stazhirovka/contract/experience';
import { lacksOf, linksIn } from '@stazhirovka/domain/experience';
import { error, redirect } from '@sveltejs/kit';
import { orError, orFail } from '#lib/server/answer.ts';
import { textOf } from '#lib/server/form-text.ts';

export async function load({ locals, params, url }) {
	const desk = orError(await locals.call(getExperienceDesk, { params: { id: params.id } }));
	const item = desk.items.find(({ id }) => id === params.item);
	if (!desk.can.write || (!item && params.item !== 'new'))
		error(404, { message: 'site_item.missing', code: 'site_item.missing' });
	/** What keeps it from being shown, where somebody has just tried. */
	const lacks = item && url.searchParams.has('lacks') ? lacksOf(item) : [];
	return { item, lacks, deficits: desk.deficits, newId: crypto.randomUUID() };
}

export const actions = {
	async default({ locals, params, request }) {
		const data = await request.formData();
		const typed = typedIn(data);
		const place = { id: params.id, item: textOf(data, 'item') };
		const seen = textOf(data, 'revision');
		const body = { ...typed, revision: seen === '' ? null : Number(seen) };
		const answer = await locals.call(writeExperience, { params: place, body });
		if (!answer.ok) return orFail(answer.refusal, { typed, item: place.item });
		redirect(303, `/leader/sites/${params.id}/passport?done=written`);
	}
};

function typedIn(data: FormData) {
	return {
		...{ title: textOf(data, 'title'), theme: textOf(data, 'theme'), authors: textOf(data, 'authors') },
		...{ done: textOf(data, 'done'), changed: textOf(data, 'changed') },
		links: linksIn(textOf(data, 'links')),
		deficits: data.getAll('deficits').map(String),
		checked: data.get('checked') === 'on'
	};
}
