import { z } from 'zod';
import { Day } from '../words.ts';

/** What the law of the day says of the kind of document (X1). */
export const DocumentLaw = z.object({
	kind: z.enum(['certificate', 'udostoverenie_pk']),
	/** Why it is not an удостоверение: the rule that fails, the act that sets it and the days it holds. */
	because: z
		.object({
			code: z.string(),
			act: z.string().nullable(),
			from: Day.nullable(),
			until: Day.nullable(),
			least: z.int().nullable()
		})
		.nullable(),
	/** What whoever issues has to make sure of. */
	warnings: z.array(z.string())
});
export type DocumentLaw = z.infer<typeof DocumentLaw>;
