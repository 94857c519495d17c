import { getPassportDesk, writeProduct, type ProductFields } from '@stazhirovka/contract/passports';
import { error, redirect } from '@sveltejs/kit';
import { orError, orFail } from '#lib/server/answer.ts';
import { textOf, textOrNull } from '#lib/server/form-text.ts';

export async function load({ locals, params }) {
	const desk = orError(await locals.call(getPassportDesk, { params: { id: params.id } }));
	const item = desk.products.find(({ id }) => id === params.item);
	if (!desk.can.write || (!item && params.item !== 'new'))
		error(404, { message: 'site_item.missing', code: 'site_item.missing' });
	// The same form sent twice is the same product.
	return { item, works: desk.works, newId: crypto.randomUUID() };
}

export const actions = {
	async default({ locals, params, request }) {
		const data = await request.formData();
		const typed = {
			kind: textOf(data, 'kind') as ProductFields['kind'],
			...{ title: textOf(data, 'title'), authors: textOf(data, 'authors'), theme: textOf(data, 'theme') },
			...{ link: textOrNull(data, 'link'), workId: textOrNull(data, 'workId') },
			licence: textOrNull(data, 'licence') as ProductFields['licence']
		};
		const place = { id: params.id, item: textOf(data, 'item') };
		const seen = textOf(data, 'revision');
		const body = { ...typed, revision: seen === '' ? null : Number(seen) };
		const answer = await locals.call(writeProduct, { params: place, body });
		if (!answer.ok) return orFail(answer.refusal, { typed, item: place.item });
		redirect(303, `/leader/sites/${params.id}/passport?done=written`);
	}
};
