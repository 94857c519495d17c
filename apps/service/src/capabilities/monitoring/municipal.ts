import type { MunicipalCohorts, MunicipalMonitoring } from '@stazhirovka/contract/monitoring';
import { figureOf, indicatorOf, isToldOn, spanBefore } from '@stazhirovka/domain/indicators';
import { measured } from '@stazhirovka/domain/summaries';
import type { Ctx } from '../../shell/context.ts';
import { today } from '../../shell/today.ts';
import { watchedPlaces } from './access.ts';
import { indicatorWords, toldFiguresOfSites } from './figures.ts';
import { titlesOfMunicipalities, toldCohorts, type ToldCohort } from './municipal-queries.ts';
import * as queries from './queries.ts';
import { periodOf } from './reading.ts';
import { afterOf, nextOf, PAGE } from './records.ts';

type Reader = Pick<Ctx, 'db' | 'actor' | 'now'>;
type Asked = { from?: string | undefined; to?: string | undefined };

/** Sites of the municipalities that somebody watches over, as they may be told to whoever opens no records (R132, R167). */
export async function readMunicipality(
	{ db, actor, now }: Reader,
	asked: Asked
): Promise<MunicipalMonitoring> {
	const { ids, places } = watchedPlaces(actor);
	const day = today(now);
	const period = periodOf(asked, day);
	const [municipalities, sites, figures, at] = await Promise.all([
		titlesOfMunicipalities(db, ids),
		queries.sitesIn(db, places, day),
		toldFiguresOfSites(db, { places, spans: [period, spanBefore(period)], today: day }),
		queries.reckonedAt(db, places)
	]);
	return {
		...{ period, at: at?.toISOString() ?? null, municipalities, indicators: indicatorWords() },
		sites: sites.map((site) => ({ ...site, figures: figures.at(site.id, 0), before: figures.at(site.id, 1) }))
	};
}

/** Their cohorts. */
export async function readMunicipalCohorts(
	{ db, actor, now }: Reader,
	{ after, ...asked }: Asked & { after?: string | undefined }
): Promise<MunicipalCohorts> {
	const { places } = watchedPlaces(actor);
	const day = today(now);
	const span = periodOf(asked, day);
	const rows = await toldCohorts(db, { places, span, after: afterOf(after), limit: PAGE + 1 });
	return {
		cohorts: rows.slice(0, PAGE).map((row) => toCohort(row, day)),
		next: nextOf(rows, ({ endsOn }) => endsOn)
	};
}

function toCohort(
	{ enrolled, completed, ...cohort }: ToldCohort,
	day: string
): MunicipalCohorts['cohorts'][number] {
	const counted = { part: completed, whole: enrolled, people: enrolled ?? 0 };
	return {
		...cohort,
		enrolled: measured('enrolled', counted),
		completion: isToldOn(day, 'completion', cohort) ? figureOf(indicatorOf('completion'), counted) : null
	};
}
