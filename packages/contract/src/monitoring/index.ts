import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { refusals } from '../problem.ts';
import { SchoolsTogether } from '../schools/index.ts';
import { ById, Day, Id, Moment, text } from '../words.ts';
import { Asked, Figure, Figures, IndicatorWords, Key, MonitoredSite, Period } from './figures.ts';

export { Figure, IndicatorWords } from './figures.ts';
export * from './municipal.ts';

const tags = ['monitoring'];

export const Monitoring = z.object({
	period: Period,
	/** The oldest of the stored figures; null before the first reckoning. */
	at: Moment.nullable(),
	indicators: z.array(IndicatorWords),
	regions: z.array(z.object({ id: Id, title: z.string(), sites: z.int(), figures: Figures })),
	sites: z.array(
		MonitoredSite.extend({
			figures: Figures,
			/** Of the same number of days right before. */
			before: Figures,
			reports: z.object({ overdue: z.int(), due: z.int() })
		})
	),
	/** Schools with low results on the lists of the period (R130). */
	schools: SchoolsTogether
});
export type Monitoring = z.infer<typeof Monitoring>;

export const getMonitoring = endpoint({
	method: 'GET',
	url: '/monitoring',
	schema: {
		tags,
		summary: 'Every site of the regions that the reader keeps, beside the regional average and its own past',
		querystring: Asked,
		response: { 200: Monitoring, ...refusals }
	}
});

export const SiteMonitoring = z.object({
	period: Period,
	at: Moment.nullable(),
	site: MonitoredSite,
	region: z.object({ id: Id, title: z.string(), figures: Figures }),
	indicators: z.array(IndicatorWords),
	figures: Figures,
	/** The period and those before it, the oldest first. */
	past: z.array(Period.extend({ figures: Figures })),
	/** The ground for ending a status that the regulation sees in reports that do not match the activity (R26). */
	mismatchGround: z.string().nullable(),
	deficits: z.array(
		z.object({
			title: z.string(),
			people: z.int(),
			needed: z.int().nullable(),
			repeated: z.int(),
			before: z.int().nullable(),
			after: z.int().nullable(),
			reduced: z.int().nullable()
		})
	)
});
export type SiteMonitoring = z.infer<typeof SiteMonitoring>;

export const getSiteMonitoring = endpoint({
	method: 'GET',
	url: '/sites/:id/monitoring',
	schema: {
		tags,
		summary: 'How a site works, for its leader and those set over it (R131, R132)',
		params: ById,
		querystring: Asked,
		response: { 200: SiteMonitoring, ...refusals }
	}
});

export const Demand = z.object({
	period: Period,
	rows: z.array(
		z.object({
			title: z.string(),
			/** Interns with the deficit, of `people`; null under five. */
			needed: z.int().nullable(),
			people: z.int(),
			seats: z.int(),
			places: z.array(
				z.object({ municipality: z.string().nullable(), needed: z.int().nullable(), seats: z.int() })
			)
		})
	)
});
export type Demand = z.infer<typeof Demand>;

export const getDemand = endpoint({
	method: 'GET',
	url: '/monitoring/demand',
	schema: {
		tags,
		summary: 'Deficits × municipalities × free seats in the regions that the reader keeps',
		querystring: Asked,
		response: { 200: Demand, ...refusals }
	}
});

const Cursor = text(80).optional();

/** `cohorts`: what a figure of interns is the sum of; `records`: the things themselves. */
export const IndicatorRecords = z.object({
	period: Period,
	indicator: IndicatorWords,
	/** Null: over everything the reader leads. */
	site: MonitoredSite.nullable(),
	cohort: z.object({ id: Id, title: z.string() }).nullable(),
	cohorts: z.array(z.object({ id: Id, title: z.string(), site: z.string(), endsOn: Day, figure: Figure })),
	records: z.array(
		z.object({
			id: Id,
			title: z.string(),
			site: z.string().nullable(),
			on: Day,
			/** Whether it is among those that the share counts. */
			counted: z.boolean(),
			value: z.int().nullable()
		})
	),
	next: z.string().nullable()
});
export type IndicatorRecords = z.infer<typeof IndicatorRecords>;

export const listIndicatorRecords = endpoint({
	method: 'GET',
	url: '/monitoring/records',
	schema: {
		tags,
		summary: 'What stands behind a number: cohorts, then their records; page by page',
		querystring: Asked.extend({
			indicator: Key,
			site: Id.optional(),
			cohort: Id.optional(),
			after: Cursor
		}),
		response: { 200: IndicatorRecords, ...refusals }
	}
});
