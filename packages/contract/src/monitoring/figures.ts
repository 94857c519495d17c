import { INDICATOR_KEYS } from '@stazhirovka/domain/indicators';
import { z } from 'zod';
import { Day, Id } from '../words.ts';

export const Key = z.enum(INDICATOR_KEYS);

export const IndicatorWords = z.object({
	key: Key,
	title: z.string(),
	/** In words. */
	formula: z.string(),
	source: z.string(),
	unit: z.enum(['percent', 'points', 'hours', 'count']),
	better: z.enum(['higher', 'lower']),
	subject: z.enum(['site_effectiveness', 'site_activity', 'project_kpi']),
	/** `groups`: only whole groups of five of each cohort, or of each school, are counted, and no record is shown (R167). */
	told: z.enum(['records', 'groups', 'school_groups']),
	target: z.int().nullable()
});
export type IndicatorWords = z.infer<typeof IndicatorWords>;

/** `few`: fewer than five people, or nothing to count. */
export const Figure = z.discriminatedUnion('kind', [
	z.object({ kind: z.literal('value'), value: z.number(), part: z.number(), whole: z.number() }),
	z.object({ kind: z.literal('few') })
]);
export type Figure = z.infer<typeof Figure>;

export const Figures = z.record(Key, Figure);

export const Period = z.object({ from: Day, to: Day });

/** Without days: the school year that today lies in. */
export const Asked = z.object({ from: Day.optional(), to: Day.optional() });

export const MonitoredSite = z.object({
	id: Id,
	title: z.string(),
	organisation: z.string(),
	municipality: z.string().nullable(),
	theme: z.string().nullable(),
	regionId: Id,
	/** The last day of the status that runs today. */
	lastDay: Day.nullable(),
	suspended: z.boolean()
});
