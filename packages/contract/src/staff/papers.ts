import { z } from 'zod';
import { Day, text } from '../words.ts';

/** A paper that is named and not kept here: «приказ школы № 12 от 1 сентября 2026 г.». */
export const Paper = z.object({ body: text(300), number: text(60), date: z.string().max(10) });
export const KnownPaper = z.object({ body: z.string(), number: z.string(), date: Day });
export type KnownPaper = z.infer<typeof KnownPaper>;

/** A day as a form sends it: what is wrong with it is said beside its field by the rules. */
export const SentDay = z.string().max(10);
