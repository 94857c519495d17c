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

/** An address holds no more; how many may be counted at once is said by `faultsOf`. */
const MOST_MARKED = 300;
/** Empty where the day was not chosen yet: `faultsOf` names the field. */
const ChosenDay = z.union([Day, z.literal('')]);
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
		z.object({ kind: z.literal('days'), from: ChosenDay, to: ChosenDay })
	]),
	/** Beside the same number of days before, or beside the same days of the three years before. */
	comparison: z.enum(COMPARISONS),
	/** Nothing of a kind: all of it. */
	filters: z.object({
		sites: z.array(Id).max(MOST_MARKED),
		/** An empty word: the municipality is not known. */
		municipalities: z.array(z.union([Id, z.literal('')])).max(MOST_MARKED),
		regulations: z.array(text(100, 1)).max(MOST_MARKED),
		programmes: z.array(Id).max(MOST_MARKED)
	}),
	sort: z.object({ by: z.union([z.literal('title'), MeasureKey]), order: z.enum(ORDERS) }),
	chart: z.enum(CHARTS),
	/** One of `measures`; without it the picture is of the order of the rows, or else of the first. */
	pictured: MeasureKey.optional()
}) satisfies z.ZodType<Defined>;
export type SummaryDefinition = z.infer<typeof SummaryDefinition>;

/** A definition as JSON in an address, so that what is shown may be kept and sent as a link. */
export const Written = z.object({ definition: text(14_000, 2) });

export const SummaryTitle = Title;
