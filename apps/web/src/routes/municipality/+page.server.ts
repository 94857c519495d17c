import { getMunicipalMonitoring, listMunicipalCohorts } from '@stazhirovka/contract/monitoring';
import { daysOf, yearsUntil } from '#lib/monitoring/years.ts';
import { orError, signedIn } from '#lib/server/answer.ts';
import { todayIn } from '#lib/server/today.ts';

const VIEWS = ['site_effectiveness', 'site_activity', 'project_kpi'] as const;

export async function load({ locals, url }) {
	signedIn(locals.actor);
	const asked = Object.fromEntries(url.searchParams);
	const days = daysOf(url.searchParams.get('year'));
	const [answer, list] = await Promise.all([
		locals.call(getMunicipalMonitoring, { querystring: days }),
		locals.call(listMunicipalCohorts, {
			querystring: { ...days, ...(asked.after && { after: asked.after }) }
		})
	]);
	const monitoring = orError(answer);
	const { cohorts, next } = orError(list);
	const view = VIEWS.find((one) => one === asked.view) ?? VIEWS[0];
	const more = next && new URLSearchParams({ view, year: monitoring.period.from, after: next });
	return {
		...{ monitoring, cohorts, view, views: [...VIEWS], years: yearsUntil(todayIn()) },
		indicators: monitoring.indicators.filter(({ subject }) => subject === view),
		more: more && `?${more.toString()}#cohorts`
	};
}
