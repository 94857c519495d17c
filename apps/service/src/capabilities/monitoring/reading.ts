import type { Demand, Monitoring, SiteMonitoring } from '@stazhirovka/contract/monitoring';
import { schoolYearAround, spanBefore, spansUntil, type Span } from '@stazhirovka/domain/indicators';
import type { Ctx } from '../../shell/context.ts';
import { faulty } from '../../shell/errors.ts';
import { today } from '../../shell/today.ts';
import { reportsOwed } from '../plans/index.ts';
import { schoolsTogether } from '../schools/index.ts';
import { enterMonitored, regionsOf } from './access.ts';
import * as deficits from './deficit-queries.ts';
import { figuresOfRegions, figuresOfSites, indicatorWords } from './figures.ts';
import { groundOf } from './ground.ts';
import type { Places } from './places-queries.ts';
import * as queries from './queries.ts';

type Reader = Pick<Ctx, 'db' | 'actor' | 'now'>;
type Asked = { from?: string | undefined; to?: string | undefined };

const PAST = 4;

/** The days asked for, or the school year of today. */
export function periodOf({ from, to }: Asked, day: string): Span {
	const year = schoolYearAround(day);
	const period = { from: from ?? year.from, to: to ?? year.to };
	return period.from <= period.to ? period : faulty('monitoring.period_backwards', { field: 'to' });
}

/** Every site of the kept regions on one page: its figures, the average, its own past, what it owes, when its term ends. */
export async function readMonitoring(ctx: Reader, asked: Asked): Promise<Monitoring> {
	const places = regionsOf(ctx);
	const day = today(ctx.now);
	const period = periodOf(asked, day);
	const spans = [period, spanBefore(period)];
	const sites = await queries.sitesIn(ctx.db, places, day);
	const regions = Map.groupBy(sites, ({ regionId }) => regionId);
	const [figures, averages, owed, at, schools] = await Promise.all([
		figuresOfSites(ctx.db, { places, spans, today: day }),
		figuresOfRegions(ctx.db, { places, spans: [period], today: day }),
		reportsOwed(ctx),
		queries.reckonedAt(ctx.db, places),
		schoolsTogether(ctx.db, { ...places, municipalityIds: [] }, { now: period, before: spanBefore(period) })
	]);

	return {
		period,
		at: at?.toISOString() ?? null,
		indicators: indicatorWords(),
		regions: [...regions].map(([id, own]) => ({
			...{ id, title: own[0]?.region ?? '', sites: averages.sites(id, 0) },
			figures: averages.at(id, 0)
		})),
		sites: sites.map((site) => ({
			...site,
			figures: figures.at(site.id, 0),
			before: figures.at(site.id, 1),
			reports: owed.get(site.id) ?? { overdue: 0, due: 0 }
		})),
		schools
	};
}

/** One site beside the average of its region and its own years before (R131, R132). */
export async function readSiteMonitoring(
	ctx: Reader,
	{ id, ...asked }: Asked & { id: string }
): Promise<SiteMonitoring> {
	const { db } = ctx;
	const entered = await enterMonitored(ctx, id);
	const day = today(ctx.now);
	const period = periodOf(asked, day);
	const spans = spansUntil(period, PAST);
	const places = placesOf({ siteIds: [id] });
	const region = placesOf({ regionIds: [entered.regionId] });
	const [[site = entered], figures, averages, told, at, ground] = await Promise.all([
		queries.sitesIn(db, places, day),
		figuresOfSites(db, { places, spans, today: day }),
		figuresOfRegions(db, { places: region, spans: [period], today: day }),
		deficits.demand(db, places, period),
		queries.reckonedAt(db, places),
		groundOf(db, id, day)
	]);

	return {
		...{ period, at: at?.toISOString() ?? null, site, indicators: indicatorWords() },
		region: { id: site.regionId, title: site.region, figures: averages.at(site.regionId, 0) },
		figures: figures.at(id, PAST - 1),
		past: spans.map((span, index) => ({ ...span, figures: figures.at(id, index) })),
		mismatchGround: ground,
		deficits: told
	};
}

/** Which deficits wait for seats, and where. */
export async function readDemand(ctx: Reader, asked: Asked): Promise<Demand> {
	const places = regionsOf(ctx);
	const day = today(ctx.now);
	const period = periodOf(asked, day);
	const [needs, seats] = await Promise.all([
		deficits.demand(ctx.db, places, period),
		deficits.supply(ctx.db, places, day)
	]);
	const titles = [...new Set([...needs, ...seats].map(({ title }) => title))];
	const rows = titles.map((title) => {
		const wanted = needs.filter((one) => one.title === title);
		const offered = seats.filter((one) => one.title === title);
		const towns = new Map([...wanted, ...offered].map((one) => [one.municipalityId, one.municipality]));
		return {
			title,
			needed: sumOf(wanted.map(({ needed }) => needed)),
			people: wanted.reduce((sum, { people }) => sum + people, 0),
			seats: offered.reduce((sum, { seats }) => sum + seats, 0),
			places: [...towns].map(([id, municipality]) => ({
				municipality,
				needed: wanted.find(({ municipalityId }) => municipalityId === id)?.needed ?? null,
				seats: offered.find(({ municipalityId }) => municipalityId === id)?.seats ?? 0
			}))
		};
	});
	return { period, rows: rows.toSorted((one, other) => (other.needed ?? -1) - (one.needed ?? -1)) };
}

export function placesOf(some: Partial<Places>): Places {
	return { everywhere: false, regionIds: [], siteIds: [], ...some };
}

function sumOf(numbers: (number | null)[]): number | null {
	const told = numbers.filter((one) => one !== null);
	return told.length ? told.reduce((sum, one) => sum + one, 0) : null;
}
