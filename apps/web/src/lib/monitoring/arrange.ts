import type { IndicatorWords, Monitoring } from '@stazhirovka/contract/monitoring';
import { hasWords } from '@stazhirovka/domain/alphabet';
import { standing } from '@stazhirovka/domain/indicators';
import { warningDue } from '@stazhirovka/domain/sites';
import { valueOf } from './words.ts';

export const SHOWS = ['all', 'late', 'ending', 'gaps', 'worse'] as const;
export type Show = (typeof SHOWS)[number];
export type Line = Monitoring['sites'][number];

export type Arrangement = { show: Show; search: string; sort: IndicatorWords | null; ascending: boolean };

/** The sites that were asked for, in the order asked for; those without a figure come last either way. */
export function arranged({ sites, regions }: Monitoring, asked: Arrangement, today: string): Line[] {
	const averages = new Map(regions.map(({ id, figures }) => [id, figures]));
	const { sort } = asked;
	const found = sites.filter(
		(site) =>
			hasWords([site.title, site.organisation, site.municipality ?? ''], asked.search) &&
			shows(site, asked, averages.get(site.regionId), today)
	);
	if (!sort) return found;
	const sign = asked.ascending ? 1 : -1;
	return found.toSorted((one, other) => {
		const [a, b] = [one, other].map(({ figures }) => valueOf(figures[sort.key]));
		if (a === null || b === null || a === undefined || b === undefined)
			return Number(a == null) - Number(b == null);
		return (a - b) * sign;
	});
}

function shows(
	site: Line,
	{ show, sort }: Arrangement,
	average: Line['figures'] | undefined,
	today: string
): boolean {
	switch (show) {
		case 'all':
			return true;
		case 'late':
			return site.reports.overdue > 0;
		case 'ending':
			return site.lastDay !== null && warningDue(site.lastDay, today) !== null;
		case 'gaps':
			return (valueOf(site.figures.plan_gaps) ?? 0) > 0;
		case 'worse': {
			const [own, other] = [sort && site.figures[sort.key], sort && average?.[sort.key]];
			return Boolean(sort && own && other && standing(sort, own, other) === 'worse');
		}
	}
}
