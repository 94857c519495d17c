import { isId } from '@stazhirovka/domain/ids';
import type { IndicatorRecords } from '@stazhirovka/contract/monitoring';
import { figureOf, indicatorOf, type IndicatorKey, type Span } from '@stazhirovka/domain/indicators';
import type { Ctx } from '../../shell/context.ts';
import { missing } from '../../shell/errors.ts';
import { today } from '../../shell/today.ts';
import { enterCohort } from '../cohorts/index.ts';
import { enterMonitored, scopeOf } from './access.ts';
import { COHORT_FACT_KEYS, SITE_FACT_KEYS } from './facts-queries.ts';
import { indicatorWords } from './figures.ts';
import type { Places } from './places-queries.ts';
import type { SitePlace } from './queries.ts';
import { periodOf, placesOf } from './reading.ts';
import * as queries from './records-queries.ts';

type Reader = Pick<Ctx, 'db' | 'actor' | 'now'>;
type Asked = {
	indicator: IndicatorKey;
	site?: string | undefined;
	cohort?: string | undefined;
	from?: string | undefined;
	to?: string | undefined;
	after?: string | undefined;
};

export const PAGE = 50;

/**
 * What stands behind a number: of interns the cohorts, and of a cohort its records; of what a site does the things. An
 * indicator that is told by groups alone has no records to be opened (R167).
 */
export async function readRecords(ctx: Reader, asked: Asked): Promise<IndicatorRecords> {
	const site = asked.site === undefined ? null : await enterMonitored(ctx, asked.site);
	if (asked.cohort !== undefined) return recordsOfCohort(ctx, asked, asked.cohort);

	const span = periodOf(asked, today(ctx.now));
	const places = site ? placesOf({ siteIds: [site.id] }) : await scopeOf(ctx);
	return { ...headOf(asked, span, site), ...(await recordsWithin(ctx, { ...asked, places, span })) };
}

/** The same of places that somebody may open: the cohorts that a figure is the sum of, or the things themselves. */
export async function recordsWithin(
	{ db, now }: Pick<Ctx, 'db' | 'now'>,
	asked: { indicator: IndicatorKey; places: Places; span: Span; after?: string | undefined }
): Promise<Pick<IndicatorRecords, 'cohorts' | 'records' | 'next'>> {
	const { places, span } = asked;
	const page = { after: afterOf(asked.after), limit: PAGE + 1, places, span, today: today(now) };
	const key = SITE_FACT_KEYS.find((one) => one === asked.indicator);
	if (key) {
		const rows = await queries.siteRecords(db, { ...page, indicator: key });
		return { cohorts: [], records: rows.slice(0, PAGE).map(toRecord), next: nextOf(rows, ({ at }) => at) };
	}
	const lines = await queries.cohortLines(db, { ...page, indicator: asked.indicator });
	const cohorts = lines.slice(0, PAGE).map(({ part, whole, people, ...line }) => ({
		...line,
		figure: figureOf(indicatorOf(asked.indicator), { part, whole, people })
	}));
	return { cohorts, records: [], next: nextOf(lines, ({ endsOn }) => endsOn) };
}

async function recordsOfCohort(ctx: Reader, asked: Asked, cohortId: string): Promise<IndicatorRecords> {
	const cohort = await enterCohort(ctx.db, ctx.actor, cohortId, 'leader');
	const indicator = COHORT_FACT_KEYS.find((one) => one === asked.indicator);
	if (!indicator || indicatorOf(indicator).told === 'groups') missing('monitoring_records');
	const after = afterOf(asked.after);
	const rows = await queries.cohortRecords(ctx.db, {
		...{ cohortId, indicator, today: today(ctx.now), after, limit: PAGE + 1 }
	});
	return {
		...headOf(asked, periodOf(asked, today(ctx.now)), null),
		cohort: { id: cohortId, title: cohort.cohortTitle },
		records: rows.slice(0, PAGE).map(toRecord),
		next: nextOf(rows, ({ at }) => at)
	};
}

function headOf({ indicator }: Asked, period: { from: string; to: string }, site: SitePlace | null) {
	const words = indicatorWords().find(({ key }) => key === indicator) ?? missing('monitoring_records');
	return { period, indicator: words, site, cohort: null, cohorts: [], records: [], next: null };
}

function toRecord({ id, title, on, part, value, site }: queries.RecordRow & { site?: string }) {
	return { id, title, site: site ?? null, on, counted: part > 0, value };
}

/** `at id` of the last row shown. What is not a cursor of ours begins from the top. */
export function afterOf(cursor: string | undefined): queries.After {
	const [at = '', id = '', ...more] = cursor?.split('~') ?? [];
	const isTime = isDay(at.slice(0, 10)) && TIME.test(at.slice(10));
	return isTime && isId(id) && more.length === 0 ? { at, id } : null;
}

/** As PostgreSQL writes it after the day; things of a day have none. */
const TIME = /^( ([01]\d|2[0-3])(:[0-5]\d){2}(\.\d{1,6})?[+-](0\d|1[0-4])(:[0-5]\d)?)?$/;

function isDay(text: string): boolean {
	if (!/^[1-9]\d{3}-\d\d-\d\d$/.test(text)) return false;
	const moment = new Date(text);
	return !Number.isNaN(moment.getTime()) && moment.toISOString().slice(0, 10) === text;
}

export function nextOf<T extends { id: string }>(rows: T[], at: (row: T) => string): string | null {
	const last = rows.length > PAGE ? rows[PAGE - 1] : undefined;
	return last ? `${at(last)}~${last.id}` : null;
}
