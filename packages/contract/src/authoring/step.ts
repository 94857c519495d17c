import { STEP_KINDS } from '@stazhirovka/domain/authoring';
import { z } from 'zod';
import { Day, Id } from '../words.ts';

/** What the regulation demands before publication, in order; `by` is the source's words for who says it. */
export const ProgrammeStep = z.object({
	kind: z.enum(STEP_KINDS),
	by: z.string(),
	done: z
		.object({
			name: z.string(),
			position: z.string(),
			on: Day,
			/** «приказ № 12», when it was told after a paper. */
			paper: z.object({ kind: z.string(), number: z.string(), fileId: Id.nullable() }).nullable()
		})
		.nullable(),
	/** `do`: I say it myself, today. `record`: I tell it after a paper. */
	can: z.object({ do: z.boolean(), record: z.boolean() })
});
export type ProgrammeStep = z.infer<typeof ProgrammeStep>;
