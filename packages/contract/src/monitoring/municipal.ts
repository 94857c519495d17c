import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { refusals } from '../problem.ts';
import { Day, Id, Moment, text } from '../words.ts';
import { Asked, Figure, Figures, IndicatorWords, MonitoredSite, Period } from './figures.ts';

const tags = ['monitoring'];

/** What a methodical body sees of its municipality: people in whole fives of each cohort, and nobody by name (R132, R167). */
export const MunicipalMonitoring = z.object({
	period: Period,
	/** The oldest of the stored figures; null before the first reckoning. */
	at: Moment.nullable(),
	municipalities: z.array(z.object({ id: Id, title: z.string() })),
	indicators: z.array(IndicatorWords),
	sites: z.array(
		MonitoredSite.extend({
			figures: Figures,
			/** Of the same number of days right before. */
			before: Figures
		})
	)
});
export type MunicipalMonitoring = z.infer<typeof MunicipalMonitoring>;

export const getMunicipalMonitoring = endpoint({
	method: 'GET',
	url: '/monitoring/municipality',
	schema: {
		tags,
		summary: 'Sites of the municipalities that the reader watches over, beside their own past (R132)',
		querystring: Asked,
		response: { 200: MunicipalMonitoring, ...refusals }
	}
});

export const MunicipalCohorts = z.object({
	cohorts: z.array(
		z.object({
			id: Id,
			title: z.string(),
			site: z.string(),
			startsOn: Day,
			endsOn: Day,
			/** In whole fives; `few`: fewer than five. */
			enrolled: Figure,
			/** Null: it has not ended. */
			completion: Figure.nullable()
		})
	),
	next: z.string().nullable()
});
export type MunicipalCohorts = z.infer<typeof MunicipalCohorts>;

export const listMunicipalCohorts = endpoint({
	method: 'GET',
	url: '/monitoring/municipality/cohorts',
	schema: {
		tags,
		summary: 'Cohorts of these sites with a day in the period, page by page; how many learn in whole fives',
		querystring: Asked.extend({ after: text(80).optional() }),
		response: { 200: MunicipalCohorts, ...refusals }
	}
});
