import {
	CHARTS,
	COMPARISONS,
	MEASURE_KEYS,
	MOST_BACK,
	ORDERS,
	SUBJECTS,
	type SummaryDefinition as Defined
} from '@stazhirovka/domain/summaries';
import { z } from 'zod';
import { Day, Id, text } from '../words.ts';

const MOST_CHOSEN = 40;
const Back = z.int().min(0).max(MOST_BACK);
const Title = text(200, 1);
export const MeasureKey = z.enum(MEASURE_KEYS);

export const SummaryDefinition = z.object({
	subject: z.enum(SUBJECTS),
	measures: z.array(MeasureKey).max(MEASURE_KEYS.length),
	/** A year by how many years back it lies: a saved summary follows the time. */
	period: z.discriminatedUnion('kind', [
		z.object({ kind: z.literal('school_year'), back: Back }),
		z.object({ kind: z.literal('calendar_year'), back: Back }),
		z.object({ kind: z.literal('days'), from: Day, to: Day })
	]),
	/** Beside the same number of days before, or beside the three years before. */
	comparison: z.enum(COMPARISONS),
	/** Nothing of a kind: all of it. */
	filters: z.object({
		sites: z.array(Id).max(MOST_CHOSEN),
		/** An empty word: the municipality is not known. */
		municipalities: z.array(z.union([Id, z.literal('')])).max(MOST_CHOSEN),
		regulations: z.array(text(100, 1)).max(MOST_CHOSEN),
		programmes: z.array(Id).max(MOST_CHOSEN)
	}),
	sort: z.object({ by: z.union([z.literal('title'), MeasureKey]), order: z.enum(ORDERS) }),
	chart: z.enum(CHARTS)
}) satisfies z.ZodType<Defined>;
export type SummaryDefinition = z.infer<typeof SummaryDefinition>;

/** A definition as JSON in an address, so that what is shown may be kept and sent as a link. */
export const Written = z.object({ definition: text(8000, 2) });

export const SummaryTitle = Title;
