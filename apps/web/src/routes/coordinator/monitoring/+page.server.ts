import { bars } from '@stazhirovka/charts';
import { getMonitoring, type IndicatorWords, type Monitoring } from '@stazhirovka/contract/monitoring';
import { amountText } from '@stazhirovka/domain/indicators';
import { arranged, SHOWS, type Line } from '#lib/monitoring/arrange.ts';
import { figureText, valueOf } from '#lib/monitoring/words.ts';
import { daysOf, yearsUntil } from '#lib/monitoring/years.ts';
import { m } from '#lib/paraglide/messages.js';
import { orError, signedIn } from '#lib/server/answer.ts';
import { todayIn } from '#lib/server/today.ts';

const VIEWS = ['site_effectiveness', 'site_activity', 'project_kpi', 'schools'] as const;
const IN_PICTURE = 12;

export async function load({ locals, url }) {
	signedIn(locals.actor);
	const asked = Object.fromEntries(url.searchParams);
	const view = VIEWS.find((one) => one === asked.view) ?? VIEWS[0];
	const monitoring = orError(
		await locals.call(getMonitoring, { querystring: daysOf(url.searchParams.get('year')) })
	);
	const indicators = monitoring.indicators.filter(({ subject }) => subject === view);
	const sort = indicators.find(({ key }) => key === asked.sort) ?? indicators[0] ?? null;
	const arrangement = {
		...{ show: SHOWS.find((one) => one === asked.show) ?? 'all', search: asked.q ?? '', sort },
		ascending: asked.order ? asked.order === 'up' : sort?.better === 'higher'
	};
	const today = todayIn();
	const sites = arranged(monitoring, arrangement, today);
	const count = (show: (typeof SHOWS)[number]) =>
		arranged(monitoring, { ...arrangement, search: '', show }, today).length;

	return {
		...{ monitoring: { ...monitoring, sites: [] }, view, views: [...VIEWS], indicators, sites },
		...{ show: arrangement.show, search: arrangement.search, sort: sort?.key ?? null },
		ascending: arrangement.ascending,
		shows: SHOWS.map((show) => ({ show, count: count(show) })),
		years: yearsUntil(today),
		picture:
			sort && sites.filter(({ figures }) => valueOf(figures[sort.key]) !== null).length > 1
				? pictureOf(monitoring, sites, sort)
				: null
	};
}

function pictureOf({ regions }: Monitoring, sites: Line[], sort: IndicatorWords): string {
	const figure = regions.length === 1 ? regions[0]?.figures[sort.key] : undefined;
	const average = valueOf(figure);
	const shown = sites.slice(0, IN_PICTURE);
	return bars({
		title: m.monitoring_picture({ title: sort.title }),
		description: m.monitoring_picture_words({ count: shown.length, average: figureText(sort, figure) }),
		rows: shown.map(({ organisation, figures }) => ({
			label: organisation,
			value: valueOf(figures[sort.key]),
			text: figureText(sort, figures[sort.key])
		})),
		mark:
			average === null
				? null
				: { value: average, text: m.monitoring_average_mark({ value: amountText(sort.unit, average) }) }
	});
}
