import { getPassportDesk, writeNews } from '@stazhirovka/contract/passports';
import { error, redirect } from '@sveltejs/kit';
import { orError, orFail } from '#lib/server/answer.ts';
import { textOf } from '#lib/server/form-text.ts';

export async function load({ locals, params }) {
	const { news, can } = orError(await locals.call(getPassportDesk, { params: { id: params.id } }));
	const item = news.find(({ id }) => id === params.item);
	if (!can.write || (!item && params.item !== 'new'))
		error(404, { message: 'site_item.missing', code: 'site_item.missing' });
	// The same form sent twice is the same news.
	return { item, newId: crypto.randomUUID() };
}

export const actions = {
	async default({ locals, params, request }) {
		const data = await request.formData();
		const typed = { title: textOf(data, 'title'), body: textOf(data, 'body') };
		const place = { id: params.id, item: textOf(data, 'item') };
		const seen = textOf(data, 'revision');
		const body = { ...typed, revision: seen === '' ? null : Number(seen) };
		const answer = await locals.call(writeNews, { params: place, body });
		if (!answer.ok) return orFail(answer.refusal, { typed, item: place.item });
		redirect(303, `/leader/sites/${params.id}/passport?done=written`);
	}
};
