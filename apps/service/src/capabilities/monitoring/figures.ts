import type { Monitoring } from '@stazhirovka/contract/monitoring';
import type { Database, Tx } from '@stazhirovka/db';
import {
	figureOf,
	INDICATORS,
	indicatorOf,
	type Figure,
	type Indicator,
	type IndicatorKey,
	type Span
} from '@stazhirovka/domain/indicators';
import type { Places } from './places-queries.ts';
import * as queries from './queries.ts';

export type Figures = Record<IndicatorKey, Figure>;
type Asked = { places: Places; spans: Span[]; today: string };

/** Figures of places, span by span. A place in which nothing was counted has none of its own: ask `at`. */
export type FiguresByPlace = { at: (place: string, span: number) => Figures };

/** Every figure of sites, as those who lead them may see it. */
export async function figuresOfSites(db: Database | Tx, asked: Asked): Promise<FiguresByPlace> {
	const [interns, things] = await Promise.all([
		queries.internFigures(db, asked.places, { ...asked, by: 'site' }),
		queries.siteFigures(db, asked.places, { ...asked, by: 'site' })
	]);
	return toFigures([...interns, ...things], figureOf);
}

/** The same as it may be told to others: interns over whole fives alone. */
export async function toldFiguresOfSites(db: Database | Tx, asked: Asked): Promise<FiguresByPlace> {
	const [interns, things] = await Promise.all([
		queries.internFigures(db, asked.places, { ...asked, by: 'site' }, true),
		queries.siteFigures(db, asked.places, { ...asked, by: 'site' })
	]);
	return toFigures([...interns, ...things], figureOf);
}

/**
 * Averages of regions over whole fives: the same for everybody who may look, so nobody reads another site out of them.
 * What is counted by pieces is told per site that had its status on a day of the period.
 */
export async function figuresOfRegions(
	db: Database | Tx,
	asked: Asked
): Promise<FiguresByPlace & { sites: (region: string, span: number) => number }> {
	const [interns, things, counts] = await Promise.all([
		queries.internFigures(db, asked.places, { ...asked, by: 'region' }),
		queries.siteFigures(db, asked.places, { ...asked, by: 'region' }),
		queries.siteCounts(db, asked, 'region')
	]);
	const sitesOf = (region: string, span: number) =>
		counts.find((one) => one.place === region && one.span === span)?.count ?? 0;
	const figures = toFigures([...interns, ...things], (indicator, counted, region) => {
		const figure = figureOf(indicator, counted);
		const sites = sitesOf(region, counted.span);
		if (figure.kind === 'few' || indicator.unit !== 'count' || sites === 0) return figure;
		return { ...figure, value: Math.round((figure.part * 10) / sites) / 10, whole: sites };
	});
	return { ...figures, sites: sitesOf };
}

type Reckon = (indicator: Indicator, counted: queries.CountedRow, place: string) => Figure;

function toFigures(rows: queries.CountedRow[], figure: Reckon): FiguresByPlace {
	const found = new Map(
		rows.map((row) => [
			`${row.place} ${row.span} ${row.indicator}`,
			figure(indicatorOf(row.indicator), row, row.place)
		])
	);
	const nothing = { part: 0, whole: 0, people: 0 };
	return {
		at: (place, span) =>
			Object.fromEntries(
				INDICATORS.map((indicator) => [
					indicator.key,
					found.get(`${place} ${span} ${indicator.key}`) ??
						figure(indicator, { place, span, indicator: indicator.key, ...nothing }, place)
				])
			) as Figures
	};
}

/** What is told of an indicator beside its figures. */
export function indicatorWords(): Monitoring['indicators'] {
	return INDICATORS.map(({ counts: _, ...words }) => words);
}
