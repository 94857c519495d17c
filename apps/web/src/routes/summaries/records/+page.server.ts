import { listSummaryRecords } from '@stazhirovka/contract/summaries';
import { MEASURE_KEYS } from '@stazhirovka/domain/summaries';
import { error } from '@sveltejs/kit';
import { orError, signedIn } from '#lib/server/answer.ts';
import { carried } from '#lib/server/summary-page.ts';
import { backHref } from '#lib/summaries/asked.ts';

export async function load({ locals, url }) {
	signedIn(locals.actor);
	const given = (name: string) => url.searchParams.get(name) ?? undefined;
	const measure =
		MEASURE_KEYS.find((key) => key === given('measure')) ??
		error(404, 'summary_records.missing', { code: 'summary_records.missing' });
	const definition = given('definition') ?? '';
	const asked = {
		definition,
		measure,
		span: Number(given('span')) || 0,
		row: given('row'),
		after: given('after')
	};
	const records = orError(await locals.call(listSummaryRecords, { querystring: asked }));
	const query = new URLSearchParams({ ...Object.fromEntries(url.searchParams), after: records.next ?? '' });
	return {
		records,
		back: backHref(carried(definition), url.searchParams.get('summary')),
		next: records.next === null ? null : `?${query.toString()}`
	};
}
