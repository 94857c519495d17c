import { lines } from '@stazhirovka/charts';
import { addAgendaItem, getSiteResults } from '@stazhirovka/contract/councils';
import {
	getSiteMonitoring,
	type IndicatorWords,
	type SiteMonitoring
} from '@stazhirovka/contract/monitoring';
import { redirect } from '@sveltejs/kit';
import { figureText, valueOf, yearText } from '#lib/monitoring/words.ts';
import { m } from '#lib/paraglide/messages.js';
import { orError, orFail, signedIn } from '#lib/server/answer.ts';
import { textOf } from '#lib/server/form-text.ts';

export async function load({ locals, params, url }) {
	signedIn(locals.actor);
	const at = { params: { id: params.id } };
	const [figures, results] = await Promise.all([
		locals.call(getSiteMonitoring, { ...at, querystring: {} }),
		locals.call(getSiteResults, at)
	]);
	const monitoring = orError(figures);
	const asked = url.searchParams.get('indicator');
	const indicator = monitoring.indicators.find(({ key }) => key === asked) ?? monitoring.indicators[0];
	return {
		monitoring,
		chosen: indicator?.key ?? null,
		picture: indicator ? pictureOf(monitoring, indicator) : null,
		/** Who keeps the region may put results to its council (R133). */
		results: orError(results),
		put: url.searchParams.has('put')
	};
}

export const actions = {
	async put({ locals, params, request }) {
		const id = textOf(await request.formData(), 'meeting');
		const body = { kind: 'results', siteId: params.id, applicationId: null, title: '' } as const;
		const answer = await locals.call(addAgendaItem, { params: { id }, body });
		if (!answer.ok) return orFail(answer.refusal);
		redirect(303, `/leader/sites/${params.id}/monitoring?put`);
	}
};

/** The site over its years; the average is known of the last one, so it is a line of one point beside it. */
function pictureOf({ past, region }: SiteMonitoring, indicator: IndicatorWords): string | null {
	const average = region.figures[indicator.key];
	const values = past.map(({ figures }) => valueOf(figures[indicator.key]));
	/** One year is no line: the table says it better. */
	if (values.filter((value) => value !== null).length < 2) return null;
	return lines({
		title: m.monitoring_line({ title: indicator.title }),
		description: m.monitoring_line_words({
			values: past
				.map((one) => `${yearText(one)} – ${figureText(indicator, one.figures[indicator.key])}`)
				.join(', '),
			average: figureText(indicator, average)
		}),
		points: past.map(yearText),
		series: [
			{ label: m.monitoring_line_site(), values },
			{
				label: m.monitoring_line_region(),
				values: past.map((_, index) => (index === past.length - 1 ? valueOf(average) : null))
			}
		]
	});
}
